import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { addDays, type Day, day, mondayOf } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, isWithin } from '#shared/domain/calendar/calendar.ts';
import type { Member } from '#shared/contract/system.ts';
import { formatMonth, formatWeekday } from '#shared/i18n/format.ts';
import { kindOf, useWords } from './words.ts';

const firstOf = (year: number, month: number): Day => day(`${year}-${String(month).padStart(2, '0')}-01`);
const weekLength = 7;
const months = Array.from({ length: 12 }, (_, i) => i + 1);

/** The weeks of a month, Monday first; days of other months are null. */
function weeksOf(first: Day): (Day | null)[][] {
  const weeks: (Day | null)[][] = [];
  const isHere = (on: Day): boolean => on.slice(0, 7) === first.slice(0, 7);
  for (let monday = mondayOf(first); monday <= first || isHere(monday); monday = addDays(monday, weekLength))
    weeks.push(
      Array.from({ length: weekLength }, (_, i) => addDays(monday, i)).map(on => (isHere(on) ? on : null)),
    );
  return weeks;
}

/** The same date of a neighbouring month, or its last day. */
function monthsOn(on: Day, by: 1 | -1): Day {
  const middle = addDays(day(`${on.slice(0, 7)}-15`), by * 30);
  let target = addDays(day(`${middle.slice(0, 7)}-01`), Number(on.slice(8)) - 1);
  while (target.slice(0, 7) > middle.slice(0, 7)) target = addDays(target, -1);
  return target;
}

/** Where a key leads from a day, or null when it leads nowhere. */
function stepOf(key: string, on: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(on, -1);
    case 'ArrowRight':
      return addDays(on, 1);
    case 'ArrowUp':
      return addDays(on, -weekLength);
    case 'ArrowDown':
      return addDays(on, weekLength);
    case 'PageUp':
      return monthsOn(on, -1);
    case 'PageDown':
      return monthsOn(on, 1);
    default:
      return null;
  }
}

type YearViewProps = {
  readonly calendar: BusinessCalendar;
  readonly year: number;
  readonly today: Day;
  readonly members: readonly Member[];
  readonly onToggle: (on: Day) => void;
  readonly onYear: (year: number) => void;
};

/** Twelve months. Arrows go from day to day, Page Up and Page Down by month, Enter or Space turns a day. */
export function YearView({ calendar, year, today, members, onToggle, onYear }: YearViewProps) {
  const { t } = useI18n();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Day>(today);
  const reached = useRef(false);
  const here = at.startsWith(`${year}-`) ? at : firstOf(year, 1);
  useEffect(() => {
    if (!reached.current) return;
    reached.current = false;
    grid.current?.querySelector<HTMLButtonElement>(`[data-day="${here}"]`)?.focus();
  }, [here]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = stepOf(event.key, here);
    if (to === null) return;
    event.preventDefault();
    reached.current = true;
    setAt(to);
    const toYear = Number(to.slice(0, 4));
    if (toYear !== year) onYear(toYear);
  };
  return (
    <div ref={grid} className="calendar-year" role="group" aria-label={t.calendar.yearView(year)}>
      {months.map(month => (
        <Month
          key={month}
          calendar={calendar}
          first={firstOf(year, month)}
          here={here}
          today={today}
          members={members}
          onKeyDown={onKeyDown}
          onToggle={on => {
            setAt(on);
            onToggle(on);
          }}
        />
      ))}
    </div>
  );
}

type MonthProps = Omit<YearViewProps, 'year' | 'onYear'> & {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly first: Day;
  readonly here: Day;
};

function Month({ calendar, first, here, today, members, onKeyDown, onToggle }: MonthProps) {
  const { lang } = useI18n();
  const weekdays = Array.from({ length: weekLength }, (_, i) =>
    formatWeekday(addDays(mondayOf(first), i), lang),
  );
  return (
    <table className="calendar-month">
      <caption>{formatMonth(first, lang)}</caption>
      <thead>
        <tr>
          {weekdays.map(name => (
            <th key={name} scope="col">
              <abbr title={name}>{name.slice(0, 2)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map(week => (
          <tr key={week.find(on => on !== null)}>
            {week.map((on, i) => (
              <td key={on ?? i}>
                {on === null ? null : (
                  <DayButton
                    calendar={calendar}
                    on={on}
                    isHere={on === here}
                    isToday={on === today}
                    members={members}
                    onKeyDown={onKeyDown}
                    onToggle={onToggle}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayButtonProps = {
  readonly calendar: BusinessCalendar;
  readonly on: Day;
  readonly isHere: boolean;
  readonly isToday: boolean;
  readonly members: readonly Member[];
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onToggle: (on: Day) => void;
};

function DayButton({ calendar, on, isHere, isToday, members, onKeyDown, onToggle }: DayButtonProps) {
  const words = useWords();
  const away = calendar.leaves
    .filter(leave => isWithin(on, leave))
    .flatMap(leave => members.find(member => member.uid === leave.memberUid)?.name ?? []);
  const label = words.dayLabel(calendar, on, away);
  return (
    <button
      type="button"
      className="calendar-day"
      data-day={on}
      data-kind={kindOf(calendar, on)}
      data-leave={away.length > 0 || undefined}
      aria-current={isToday ? 'date' : undefined}
      aria-label={label}
      title={label}
      tabIndex={isHere ? 0 : -1}
      onKeyDown={onKeyDown}
      onClick={() => onToggle(on)}
    >
      {Number(on.slice(8))}
    </button>
  );
}
