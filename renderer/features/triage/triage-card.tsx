import { Textarea } from '@mantine/core';
import { Keycap } from '#renderer/components/keycap.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { TriageCard as Card, TriageRank } from '#shared/contract/triage.ts';
import { formatDay } from '#shared/i18n/format.ts';

export const ranks = ['A', 'B', 'C', 'X'] as const satisfies readonly TriageRank[];
export const memoField = 'triage-memo';

/** Who it is, large enough to know at a glance. */
export function CardFace({ card, at }: { readonly card: Card; readonly at: number }) {
  const { t, lang } = useI18n();
  return (
    <section className="triage-card" aria-label={t.triage.card(at)} aria-live="polite">
      <p className="triage-company">{card.companyName}</p>
      <p className="triage-post">{[card.department, card.title].filter(text => text !== '').join('　')}</p>
      <p className="triage-name">
        {card.name}
        <small>{card.kana}</small>
      </p>
      <p className="mono triage-reach">{[card.phone, card.email].filter(text => text !== '').join('　')}</p>
      <p className="triage-why">
        <RankSeal band={card.band} withWord /> <b>{t.common.points(card.total)}</b>
        <span className="muted">{t.triage.met(formatDay(card.acquiredOn, lang), card.eventName)}</span>
      </p>
    </section>
  );
}

type JudgeKeysProps = {
  readonly chosen: TriageRank | null;
  readonly onJudge: (rank: TriageRank) => void;
};

/** The four judgements with their keys and what each does. */
export function JudgeKeys({ chosen, onJudge }: JudgeKeysProps) {
  const { t } = useI18n();
  return (
    <div className="triage-keys" role="group" aria-label={t.triage.title}>
      {ranks.map(rank => (
        <button
          key={rank}
          type="button"
          className="triage-key"
          aria-keyshortcuts={rank}
          aria-pressed={chosen === rank}
          onClick={() => onJudge(rank)}
        >
          <Keycap keys={rank} />
          <span>
            <b>{t.triage.ranks[rank]}</b>
            <small>{t.triage.effects[rank]}</small>
          </span>
        </button>
      ))}
    </div>
  );
}

type MemoProps = { readonly memo: string; readonly onMemo: (memo: string) => void };

/** What was said; Esc goes back to the keys, and a conversion keeps its own Esc and Enter. */
export function Memo({ memo, onMemo }: MemoProps) {
  const { t } = useI18n();
  return (
    <Textarea
      id={memoField}
      className="triage-memo"
      label={
        <>
          {t.triage.memo} <Keycap keys="m" /> <span className="muted">{t.triage.memoHint}</span>
        </>
      }
      rows={3}
      maxLength={4000}
      value={memo}
      onChange={event => onMemo(event.currentTarget.value)}
    />
  );
}
