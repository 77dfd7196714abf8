import type { Attended } from '#shared/domain/leads/card.ts';
import type { Column } from './columns.ts';

/** Why somebody on a list of participants was not there. */
export type Absence = 'notAttended' | 'cancelled' | 'waitlisted';

const ABSENCES: readonly (readonly [Absence, RegExp])[] = [
  ['waitlisted', /補欠|キャンセル待ち|wait(?:ing|list)/],
  ['cancelled', /キャンセル(?!なし|無)|取り?消し?|辞退|cancel/],
  [
    'notAttended',
    /^(?:(?:no|n|false|0|×|✕|✗|x|欠|不在|なし|無し?)$|欠席|不参加|未|いいえ|no[- ]?show|absent|not )/,
  ],
];
const PRESENT = /^(?:(?:yes|y|true|1|○|◯|〇|✓|✔|出|済|有)$|出席|参加|来場|済|はい|あり|attended|present)/;
/** Who says 参加 here has put down their name; whether they came stands elsewhere. */
const REGISTRATION = /参加ステータス|参加状況|申し?込/;

const saidIn = (row: readonly string[], { index }: Column): string =>
  (row[index] ?? '').normalize('NFKC').trim().toLowerCase();

/** A function that tells why the person of a row was not there, by the columns of a file that say so; null for everybody else. */
export function absenceFinder(columns: readonly Column[]): (row: readonly string[]) => Absence | null {
  const about = columns.filter(column => column.use === 'attendance');
  return row => {
    for (const column of about) {
      const said = saidIn(row, column);
      const found = ABSENCES.find(([, pattern]) => pattern.test(said));
      if (found) return found[0];
    }
    return null;
  };
}

/** Minutes of a cell: a number, or hours, minutes and seconds. */
function minutesOf(cell: string): number | null {
  const [, number] = /^(\d{1,4})(?:\.\d+)?\s*(?:分|min\w*\.?)?$/.exec(cell) ?? [];
  if (number !== undefined) return Number(number);
  const [, hours, minutes] = /^(\d{1,2}):(\d{2}):\d{2}$/.exec(cell) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** The columns that say who was there, by the columns of a file. */
const sayingOf = new WeakMap<readonly Column[], readonly Column[]>();
function saying(columns: readonly Column[]): readonly Column[] {
  const known = sayingOf.get(columns);
  if (known) return known;
  const found = columns.filter(({ use }) => use === 'attendance' || use === 'minutes');
  sayingOf.set(columns, found);
  return found;
}

/** That somebody was there, when a column says so or minutes were counted. */
export function readAttended(row: readonly string[], columns: readonly Column[]): Attended | null {
  let isPresent = false;
  let minutes: number | null = null;
  for (const column of saying(columns)) {
    if (column.use === 'minutes') minutes = minutesOf(saidIn(row, column)) ?? minutes;
    if (column.use === 'attendance' && !REGISTRATION.test(column.header))
      isPresent ||= PRESENT.test(saidIn(row, column));
  }
  return isPresent || minutes !== null ? { minutes } : null;
}
