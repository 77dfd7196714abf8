import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/components/section.tsx';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Member } from '#shared/contract/system.ts';
import { type Day, daysBetween } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { closeDays } from '#shared/domain/calendar/edit.ts';
import { useWords } from './words.ts';

type ListProps = {
  readonly calendar: BusinessCalendar;
  readonly today: Day;
  readonly onChange: (next: BusinessCalendar) => void;
};

const longest = 60;

/** First and last day of something new; the last one may be left out. */
function useRange() {
  const { t } = useI18n();
  const [fromOn, setFrom] = useState<Day | null>(null);
  const [toOn, setTo] = useState<Day | null>(null);
  const end = toOn ?? fromOn;
  const isBackwards = fromOn !== null && end !== null && end < fromOn;
  const isTooLong = fromOn !== null && end !== null && daysBetween(fromOn, end) >= longest;
  const problem = isBackwards ? t.calendar.rangeBackwards : isTooLong ? t.calendar.rangeTooLong : undefined;
  return {
    fromOn,
    toOn,
    setFrom,
    setTo,
    problem,
    range: fromOn === null || end === null || problem !== undefined ? null : { fromOn, toOn: end },
    clear: () => {
      setFrom(null);
      setTo(null);
    },
  };
}

function RangeFields({ range, today }: { readonly range: ReturnType<typeof useRange>; readonly today: Day }) {
  const { t } = useI18n();
  return (
    <>
      <DayField label={t.calendar.from} today={today} value={range.fromOn} onChange={range.setFrom} />
      <DayField
        label={t.calendar.to}
        today={range.fromOn ?? today}
        value={range.toOn}
        onChange={range.setTo}
        error={range.problem}
      />
    </>
  );
}

/** Company days off that are not over, each with a way to take it out, and new ones. */
export function Closures({ calendar, today, onChange }: ListProps) {
  const { t } = useI18n();
  const words = useWords();
  const range = useRange();
  const [name, setName] = useState('');
  const coming = calendar.companyDays.filter(days => days.toOn >= today);
  return (
    <Section title={t.calendar.closures}>
      {coming.length === 0 ? <p className="muted small">{t.calendar.closuresNone}</p> : null}
      <ul className="calendar-list">
        {coming.map(days => (
          <li key={days.fromOn}>
            <span className="what">
              <span>{words.range(days)}</span>
              <span className="small muted">{words.nameOf(days)}</span>
            </span>
            <button
              type="button"
              className="link-button"
              aria-label={t.calendar.removeRange(words.range(days))}
              onClick={() =>
                onChange({ ...calendar, companyDays: calendar.companyDays.filter(known => known !== days) })
              }
            >
              {t.common.remove}
            </button>
          </li>
        ))}
      </ul>
      <div className="calendar-form">
        <RangeFields range={range} today={today} />
        <TextInput
          className="wide"
          label={t.calendar.name}
          value={name}
          maxLength={60}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button
          disabled={range.range === null}
          onClick={() => {
            if (range.range)
              onChange(closeDays(calendar, { ...range.range, name: name.trim(), preset: null }));
            range.clear();
            setName('');
          }}
        >
          {t.calendar.addRange}
        </Button>
      </div>
    </Section>
  );
}

/** Saturdays and others that are worked. */
export function WorkingDays({ calendar, today, onChange }: ListProps) {
  const { t } = useI18n();
  const words = useWords();
  const coming = calendar.workingDays.filter(on => on >= today);
  return (
    <Section title={t.calendar.working}>
      {coming.length === 0 ? <p className="muted small">{t.calendar.workingNone}</p> : null}
      <ul className="calendar-list">
        {coming.map(on => (
          <li key={on}>
            <span className="what">{words.day(on)}</span>
            <button
              type="button"
              className="link-button"
              aria-label={t.calendar.removeRange(words.day(on))}
              onClick={() =>
                onChange({ ...calendar, workingDays: calendar.workingDays.filter(known => known !== on) })
              }
            >
              {t.common.remove}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Who of the team is away and when. */
export function Leaves({
  calendar,
  today,
  members,
  onChange,
}: ListProps & { readonly members: readonly Member[] }) {
  const { t } = useI18n();
  const words = useWords();
  const range = useRange();
  const active = members.filter(member => member.active);
  const [chosen, setChosen] = useState('');
  const memberUid = active.find(member => member.uid === chosen)?.uid ?? active[0]?.uid;
  const nameOf = (uid: string): string => members.find(member => member.uid === uid)?.name || t.nav.member;
  const coming = calendar.leaves.filter(leave => leave.toOn >= today);
  return (
    <Section title={t.calendar.leaves} note={t.calendar.leavesHint}>
      {coming.length === 0 ? <p className="muted small">{t.calendar.leavesNone}</p> : null}
      <ul className="calendar-list">
        {coming.map(leave => (
          <li key={`${leave.memberUid} ${leave.fromOn} ${leave.toOn}`}>
            <span className="what">
              <span>{nameOf(leave.memberUid)}</span>
              <span className="small muted">{words.range(leave)}</span>
            </span>
            <button
              type="button"
              className="link-button"
              aria-label={t.calendar.removeRange(`${nameOf(leave.memberUid)} ${words.range(leave)}`)}
              onClick={() =>
                onChange({ ...calendar, leaves: calendar.leaves.filter(known => known !== leave) })
              }
            >
              {t.common.remove}
            </button>
          </li>
        ))}
      </ul>
      <div className="calendar-form">
        <NativeSelect
          className="wide"
          label={t.calendar.leaveMember}
          value={memberUid ?? ''}
          data={active.map(({ uid, name }) => ({ value: uid, label: name || t.nav.member }))}
          onChange={event => setChosen(event.currentTarget.value)}
        />
        <RangeFields range={range} today={today} />
        <Button
          disabled={range.range === null || memberUid === undefined}
          onClick={() => {
            if (range.range && memberUid !== undefined)
              onChange({ ...calendar, leaves: [...calendar.leaves, { memberUid, ...range.range }] });
            range.clear();
          }}
        >
          {t.calendar.addLeave}
        </Button>
      </div>
    </Section>
  );
}
