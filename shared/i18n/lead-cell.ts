import type { ExportColumn, ListColumn } from '#shared/contract/lead-columns.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import type { Catalogue } from './index.ts';
import { reasonLine } from './reasons.ts';

const wordOf = (words: Readonly<Record<string, unknown>>, code: string): string => {
  const word = words[code];
  return typeof word === 'string' ? word : code;
};

/** One head per cell of a column in a file or on the clipboard: the rank is a letter and a number. */
export const leadHeads = (t: Catalogue, column: ExportColumn): string[] =>
  column === 'rank' ? [t.leadList.rankHead, t.leadList.pointsHead] : [t.leadList.columns[column]];

/** The cells of a column as text, as many as it has heads; days as `YYYY-MM-DD`. */
export function leadCells(t: Catalogue, row: Omit<LeadRow, 'sameCompany'>, column: ListColumn): string[] {
  switch (column) {
    case 'rank':
      return [t.common.bandLetter[row.band], String(row.total)];
    case 'nextKind':
      return [wordOf(t.leads.nextKinds, row.nextKind)];
    case 'channel':
      return [t.common.channel[row.channel]];
    case 'companyKind':
      return [wordOf(t.leads.kinds, row.companyKind)];
    case 'doNotCall':
      return [row.doNotCall ? t.leads.doNotCall : ''];
    case 'reasons':
      return [reasonLine(t, row.reasons ?? [])];
    case 'trashed':
      return [row.trashedAt === null ? '' : dayOf(row.trashedAt)];
    case 'tags':
      return [row.tags.join('、')];
    default:
      return [row[FIELDS[column]] ?? ''];
  }
}

const FIELDS = {
  company: 'companyName',
  name: 'name',
  kana: 'kana',
  department: 'department',
  title: 'title',
  phone: 'phone',
  email: 'email',
  next: 'nextOn',
  touched: 'lastTouchOn',
  owner: 'ownerName',
  acquired: 'acquiredOn',
  event: 'eventName',
  prefecture: 'prefecture',
  cools: 'coolsOn',
} as const satisfies Partial<Record<ListColumn, keyof LeadRow>>;
