import { Keycap } from '#renderer/components/keycap.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import type { CallCard } from '#shared/contract/call-work.ts';
import type { Outcome } from '#shared/contract/calls.ts';
import { dayOf, type Instant, minuteOf } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, holidayOf } from '#shared/domain/calendar/calendar.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import { type NextAction, previewOf } from '#shared/domain/calls/next-action.ts';
import { CALL_RESULTS, OUTCOMES, type SlotRate } from '#shared/domain/calls/outcomes.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';

type Said = { readonly t: Catalogue; readonly lang: Lang; readonly cal: BusinessCalendar };

/** Where a key leads: `11/24(火) 13時台`, or what it asks for first. */
function nextText(next: NextAction | null, outcome: Outcome, { t, lang, cal }: Said): string {
  if (next === null) return outcome === 'callback' ? t.callWork.asksTime : t.callWork.asksDay;
  if (next.kind === 'none') return t.callWork.ends;
  const on = formatDay(next.on, lang, holidayOf(cal, next.on) !== null);
  if (next.kind !== 'call') return `${on} ${codeText(t.leads.nextKinds, next.kind)}`;
  return next.minute === null ? on : `${on} ${t.callWork.from(Math.floor(next.minute / 60))}`;
}

type KeysProps = {
  readonly card: CallCard;
  readonly rules: CallRules;
  readonly slotRates: readonly SlotRate[];
  readonly now: Instant;
  readonly labelOf: (outcome: Outcome) => string;
  readonly onPress: (outcome: Outcome) => void;
};

/** The ten results, each with the date it sets, by the very rule that will set it. */
export function OutcomeKeys({ card, rules, slotRates, now, labelOf, onPress }: KeysProps) {
  const { t, lang } = useI18n();
  const cal = useCalendar();
  useKeys(
    CALL_RESULTS.map(outcome => ({
      keys: OUTCOMES[outcome].key,
      label: labelOf(outcome),
      run: () => onPress(outcome),
    })),
  );
  const call = { on: dayOf(now), minute: minuteOf(now) };
  return (
    <div className="pad-keys work-keys">
      {CALL_RESULTS.map(outcome => (
        <button
          key={outcome}
          type="button"
          className="pad-key"
          aria-keyshortcuts={OUTCOMES[outcome].key}
          onClick={() => onPress(outcome)}
        >
          <Keycap keys={OUTCOMES[outcome].key} />
          <span>
            <b>{labelOf(outcome)}</b>
            <small>
              {nextText(previewOf(card, { ...call, outcome }, { cal, rules, slotRates }), outcome, {
                t,
                lang,
                cal,
              })}
            </small>
          </span>
        </button>
      ))}
    </div>
  );
}
