import type { Client } from '#renderer/platform/connect.ts';
import { textOfError } from '#renderer/lib/error-text.ts';
import { showProblem, showToast } from '#renderer/lib/toast.tsx';
import type { LeadRow } from '#shared/contract/leads.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { safeCell } from '#shared/domain/exchange/csv.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { leadCells, leadHeads } from '#shared/i18n/lead-cell.ts';
import { listInput } from './queries.ts';
import { countSelected, isSelected, type Selection } from './selection.ts';

type Copy = {
  readonly t: Catalogue;
  readonly client: Client;
  readonly query: ViewQuery;
  readonly selection: Selection;
  /** Copied when nobody is selected. */
  readonly current: LeadRow | undefined;
  readonly total: number;
};
/** More belongs into a file. */
const mostCopied = 5000;
const page = 500;

/** Cells between tabs, rows between line ends: what spreadsheets paste. No cell runs as a formula. */
const tsvOf = (t: Catalogue, rows: readonly LeadRow[], columns: ViewQuery['columns']): string =>
  [
    columns.flatMap(column => leadHeads(t, column)),
    ...rows.map(row => columns.flatMap(column => leadCells(t, row, column))),
  ]
    .map(cells => cells.map(cell => safeCell(cell.replace(/[\t\r\n]+/g, ' '))).join('\t'))
    .join('\r\n');

/** Copies the selected leads, or the one the keyboard is on, with the heads of the shown columns. */
export async function copyRows({ t, client, query, selection, current, total }: Copy): Promise<void> {
  try {
    const count = countSelected(selection, total);
    const rows = count === 0 ? (current ? [current] : []) : await selectedRows(client, query, selection);
    await navigator.clipboard.writeText(tsvOf(t, rows, query.columns));
    showToast({
      message:
        count > rows.length ? t.leadList.copiedFirst(count, rows.length) : t.leadList.copied(rows.length),
    });
  } catch (error) {
    showProblem(textOfError(t, error));
  }
}

async function selectedRows(client: Client, query: ViewQuery, selection: Selection): Promise<LeadRow[]> {
  if (selection.kind === 'some') return [...selection.rows.values()].slice(0, mostCopied);
  const rows: LeadRow[] = [];
  for (let offset = 0; rows.length < mostCopied; offset += page) {
    const window = await client.leads.list({ ...listInput(query), offset, limit: page });
    rows.push(...window.rows.filter(row => isSelected(selection, row.uid)));
    if (window.rows.length < page) break;
  }
  return rows.slice(0, mostCopied);
}
