import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SearchField } from '#renderer/components/search-field.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import type { CallCard } from '#shared/contract/call-work.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import {
  type CallScript,
  type CallScripts,
  daysToOffer,
  fillScript,
  scriptFor,
  type ScriptValues,
} from '#shared/domain/calls/scripts.ts';
import { scriptText } from '#shared/i18n/call-scripts.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { HistoryLine } from './workspace-history.tsx';

type Objection = CallScript['objections'][number];

/** A step of the script; said, it folds into one line. */
function Step({ title, text }: { readonly title: string; readonly text: string }) {
  const [isSaid, setIsSaid] = useState(false);
  return (
    <li>
      <button
        type="button"
        className="script-step"
        aria-expanded={!isSaid}
        onClick={() => setIsSaid(value => !value)}
      >
        <b>{title}</b>
        <span className={isSaid ? 'clip muted' : undefined}>{text}</span>
      </button>
    </li>
  );
}

function Objections({ objections }: { readonly objections: readonly Objection[] }) {
  const { t } = useI18n();
  const [asked, setAsked] = useState('');
  const key = foldKey(asked);
  const found = objections.filter(({ said, answer }) => foldKey(`${said} ${answer}`).includes(key));
  return (
    <>
      <SearchField
        label={t.callWork.findObjection}
        placeholder={t.callWork.findObjection}
        value={asked}
        onSearch={setAsked}
      />
      <dl className="objections">
        {found.map(({ said, answer }) => (
          <div key={said}>
            <dt>「{said}」</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      {found.length === 0 ? <p className="small muted">{t.callWork.noObjection}</p> : null}
    </>
  );
}

type ScriptProps = { readonly card: CallCard; readonly scripts: CallScripts; readonly today: Day };

function Script({ card, scripts, today }: ScriptProps) {
  const { t } = useI18n();
  const fill = useFilled(card, today);
  const code = scriptFor(
    {
      isPromised: card.promise !== null,
      askedForMaterial: card.history.some(event => event.kind === 'material.requested'),
      wasAtEvent: card.channel === 'event',
      acquiredOn: card.acquiredOn,
    },
    today,
  );
  const script = scriptText(scripts, code, t);
  const { parts, question } = t.callScripts;
  return (
    <Section title={t.callWork.script} note={t.callScripts.kinds[code]}>
      <ol className="script">
        <Step title={parts.opening} text={fill(script.opening)} />
        {script.questions.map((text, i) => (
          <Step key={text} title={question(i + 1)} text={fill(text)} />
        ))}
        <Step title={parts.closing} text={fill(script.closing)} />
      </ol>
      <Objections
        objections={script.objections.map(({ said, answer }) => ({ said, answer: fill(answer) }))}
      />
    </Section>
  );
}

/** Puts names and days in place of the words in braces. */
function useFilled(card: CallCard, today: Day): (text: string) => string {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const cal = useCalendar();
  const sender = useQuery({
    ...orpc.mail.sender.queryOptions({ input: {} }),
    meta: { isStatic: true },
  });
  const [first, second] = daysToOffer(cal, today);
  const { offered, blank } = t.callScripts;
  const values: ScriptValues = {
    ownCompany: sender.data?.sender.company ?? null,
    caller: useStatus()?.member?.name ?? null,
    company: card.companyName,
    name: card.name,
    event: card.eventName,
    firstDate: offered.first(formatDay(first, lang)),
    secondDate: offered.second(formatDay(second, lang)),
  };
  return text => fillScript(text, values, blank);
}

/** What to say to this person, and below it what happened so far. */
export function WorkspaceSide({ card }: { readonly card: CallCard }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const today = useStatus()?.today;
  const [isOpen, setIsOpen] = useState(true);
  const scripts = useQuery({
    ...orpc.callScripts.get.queryOptions({ input: {} }),
    meta: { isStatic: true },
  });
  useKeys([{ keys: 's', label: t.callWork.script, run: () => setIsOpen(value => !value) }]);
  return (
    <>
      {isOpen && scripts.data && today !== undefined ? (
        <Script card={card} scripts={scripts.data.scripts} today={today} />
      ) : null}
      <Section title={t.callWork.history} note={t.common.items(card.history.length)}>
        <ul className="work-history">
          {card.history.map(event => (
            <li key={event.uid}>
              <HistoryLine event={event} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
