import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Simulation } from '#shared/contract/scoring.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { formatPercent } from '#shared/i18n/format.ts';
import type { RulesDraft } from './use-rules-draft.ts';

const BANDS = ['hot', 'mid', 'low'] as const;
/** Names shown without opening more. */
const NAMES = 5;

function Ranks({ simulation }: { readonly simulation: Simulation }) {
  const { t } = useI18n();
  return (
    <table className="rehearsal-ranks" aria-label={t.scoring.rules.ranks}>
      <tbody>
        {BANDS.map(band => {
          const [before, after] = [simulation.before[band], simulation.after[band]];
          return (
            <tr key={band}>
              <th scope="row">
                <RankSeal band={band} withWord />
              </th>
              <td className="num">{before === after ? '' : t.common.people(before)}</td>
              <td aria-hidden="true">{before === after ? '' : '→'}</td>
              <td className="num">
                <b>{t.common.people(after)}</b>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Move({ move }: { readonly move: Simulation['moves'][number] }) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? move.leads : move.leads.slice(0, NAMES);
  const letters = t.common.bandLetter;
  return (
    <details className="rehearsal-move">
      <summary>{words.moved(letters[move.from], letters[move.to], move.count)}</summary>
      <ul>
        {shown.map(lead => (
          <li key={lead.uid}>
            <Link href={`/leads/${lead.uid}`}>{lead.name || lead.companyName}</Link>
            <small className="clip">{lead.companyName}</small>
            <small>{words.change(lead.totalBefore, lead.total)}</small>
          </li>
        ))}
      </ul>
      {move.count > shown.length ? (
        <button type="button" className="link-button" disabled={isAll} onClick={() => setIsAll(true)}>
          {words.moreNames(move.count - shown.length)}
        </button>
      ) : null}
    </details>
  );
}

function Calls({ simulation }: { readonly simulation: Simulation }) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const { before, after, capacity, callers } = simulation.calls;
  return (
    <Section title={words.calls}>
      <p>{words.callsText(after, capacity, callers)}</p>
      {before === after ? null : <p className="small muted">{words.callsBefore(before)}</p>}
      {simulation.warnings.includes('overCapacity') ? (
        <p className="warn small">{words.warnings.overCapacity}</p>
      ) : null}
    </Section>
  );
}

type Share = NonNullable<Simulation['backTest']>['caught']['hot'];

/** A share with its counts and its interval, never without. */
function Caught({ what, share }: { readonly what: string; readonly share: Share }) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  if (share.estimate === null) return null;
  const percent = (value: number): string => formatPercent(value, 1);
  return (
    <p>
      {words.caught(what, share.x, share.n)}{' '}
      <span className="small muted">
        {words.interval(percent(share.estimate.low), percent(share.estimate.high))}
      </span>
    </p>
  );
}

function BackTestResult({ found }: { readonly found: NonNullable<Simulation['backTest']> }) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const { won, decided, unknown, minimum, caught, byBand } = found;
  return (
    <>
      {won === 0 ? <p>{words.backTestNone}</p> : null}
      <Caught what={words.hotWord} share={caught.hot} />
      <Caught what={words.midWord} share={caught.atLeastMid} />
      {unknown > 0 ? <p className="small muted">{words.unknown(unknown)}</p> : null}
      {byBand === null ? (
        <p className="small">{words.warnings.tooFew(won, decided, minimum.won, minimum.decided)}</p>
      ) : (
        BANDS.map(band => (
          <p key={band}>{words.byBand(t.common.bandLetter[band], byBand[band].x, byBand[band].n)}</p>
        ))
      )}
      <p className="warn small">{words.warnings.hindsight}</p>
    </>
  );
}

/** What the rules would have said about the team's own 商談; asked for, because it looks at everybody's past. */
function BackTest({ rules, isDisabled }: { readonly rules: ScoringRules; readonly isDisabled: boolean }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const words = t.scoring.rules;
  const [asked, setAsked] = useState<ScoringRules | null>(null);
  const found = useQuery({
    ...orpc.scoring.simulate.queryOptions({ input: { rules: asked ?? rules, backTest: true } }),
    enabled: asked !== null,
  });
  const isCurrent = asked !== null && JSON.stringify(asked) === JSON.stringify(rules);
  return (
    <Section title={words.backTest}>
      <p className="small muted">{words.backTestNote}</p>
      {isCurrent && found.data?.backTest ? (
        <BackTestResult found={found.data.backTest} />
      ) : (
        <Button loading={isCurrent && found.isFetching} disabled={isDisabled} onClick={() => setAsked(rules)}>
          {words.backTestRun}
        </Button>
      )}
      <Failure error={isCurrent ? found.error : null} />
    </Section>
  );
}

/** 保存前に確認: who changes rank, how many calls that means, and what the past says. */
export function Rehearsal({ draft }: { readonly draft: RulesDraft }) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const { simulation, isChanged, rules, problem } = draft;
  return (
    <div className="rehearsal" aria-live="polite">
      <Section title={words.check}>
        {isChanged ? null : <p className="small muted">{words.checkEmpty}</p>}
        {simulation ? <Ranks simulation={simulation} /> : null}
        {simulation && isChanged ? (
          simulation.moves.length === 0 ? (
            <p>{words.nobodyMoves}</p>
          ) : (
            simulation.moves.map(move => <Move key={`${move.from} ${move.to}`} move={move} />)
          )
        ) : null}
        {simulation?.warnings.includes('nobodyHot') ? (
          <p className="warn small">{words.warnings.nobodyHot}</p>
        ) : null}
        <Failure error={draft.error} />
      </Section>
      {simulation ? <Calls simulation={simulation} /> : null}
      <BackTest rules={rules} isDisabled={problem !== null} />
    </div>
  );
}
