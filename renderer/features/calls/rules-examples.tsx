import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/components/section.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { addDays, type Day } from '#shared/domain/base/days.ts';
import { holidayOf } from '#shared/domain/calendar/calendar.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import { callAfterMaterial, type NextAction, nextAfter } from '#shared/domain/calls/next-action.ts';
import type { CallResult, Outcome, PastCall } from '#shared/domain/calls/outcomes.ts';
import { type Band, BANDS } from '#shared/domain/scoring/band.ts';
import { outcomeWord } from '#shared/i18n/call-words.ts';
import { formatDay } from '#shared/i18n/format.ts';

/** Ten o'clock, when nothing else is said. */
const MINUTE = 600;
/** Calls of the day before: within every cycle, however short. */
const times = (outcome: Outcome, n: number, today: Day): PastCall[] =>
  Array.from({ length: n }, () => ({ outcome, on: addDays(today, -1), minute: MINUTE }));

/** What the rules mean for a call made today, by the very rule that decides. */
export function RulesExamples({ rules }: { readonly rules: CallRules }) {
  const { t, lang } = useI18n();
  const cal = useCalendar();
  const today = useStatus()?.today;
  const [band, setBand] = useState<Band>('hot');
  if (today === undefined) return null;
  const words = t.callRules.examples;
  const day = (on: Day): string => formatDay(on, lang, holidayOf(cal, on) !== null);
  const after = (outcome: Outcome, previous: readonly PastCall[] = []): string =>
    said(nextAfter({ outcome, on: today, minute: MINUTE, band, mayMail: true, previous }, cal, rules));
  const said = (next: NextAction): string =>
    next.kind === 'none' ? t.callWork.ends : `${day(next.on)} ${words.kinds[next.kind]}`;
  const word = (outcome: CallResult): string => outcomeWord(t, rules, outcome);
  const { silence, gatekeeper } = rules.next;
  const { attempts } = rules.limits[band];
  const lines: readonly (readonly [string, string])[] = [
    [word('noAnswer'), after('noAnswer')],
    [
      words.again(word('noAnswer'), silence.times),
      after('noAnswer', times('noAnswer', silence.times - 1, today)),
    ],
    [word('away'), after('away')],
    [word('gatekeeper'), after('gatekeeper')],
    [
      words.again(word('gatekeeper'), gatekeeper.times),
      after('gatekeeper', times('gatekeeper', gatekeeper.times - 1, today)),
    ],
    [words.last(word('away'), attempts), after('away', times('away', attempts - 1, today))],
    [words.materialSent, said(callAfterMaterial(cal, rules, today))],
    [word('badNumber'), after('badNumber')],
    [word('declined'), after('declined')],
  ];
  return (
    <Section title={words.title}>
      <p className="small muted prose">{words.note(day(today))}</p>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={words.rank}
        data={BANDS.toReversed().map(value => ({ value, label: t.common.band[value] }))}
        value={band}
        onChange={setBand}
      />
      <dl className="rule-examples">
        {lines.map(([what, then]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{then}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
