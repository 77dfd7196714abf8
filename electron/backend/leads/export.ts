import type { Context } from '#electron/backend/context.ts';
import { csvFile } from '#electron/backend/exchange/csv-file.ts';
import { workbook } from '#electron/backend/exchange/workbook.ts';
import { preferences } from '#electron/backend/settings/settings.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type ExportColumn, type ListColumn, zListColumn } from '#shared/contract/lead-columns.ts';
import { naturalDirection } from '#shared/contract/lead-filter.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import { leadCells, leadHeads } from '#shared/i18n/lead-cell.ts';
import { selectedIds } from './bulk.ts';
import { type ExportRow, listExportRows } from './export.repo.ts';
import { sortIds } from './leads.repo.ts';

/** Rows read at once. */
const PAGE = 500;

/**
 * The selected leads as a file, in the order of the list. A CSV never runs as a formula and says which characters
 * Shift_JIS does not have; a workbook holds text cells. Written down in the history: what left the app cannot be taken back.
 */
export async function exportLeads(
  ctx: Context,
  input: InputOf<'leads', 'export'>,
): Promise<OutputOf<'leads', 'export'>> {
  const t = catalogue((await preferences(ctx.read)).language ?? 'ja');
  const columns = [...new Set(input.columns)];
  const header = columns.flatMap(column => leadHeads(t, column));
  const order = { sort: input.sort, direction: input.direction ?? naturalDirection(input.sort) };
  const ids = await sortIds(ctx.read, await selectedIds(ctx, ctx.read, input.selection), order);
  async function* rows(): AsyncGenerator<string[], void, void> {
    yield header;
    for (let at = 0; at < ids.length; at += PAGE) {
      ctx.signal?.throwIfAborted();
      for (const row of await listExportRows(ctx.read, ids.slice(at, at + PAGE)))
        yield columns.flatMap(column => cellsOf(t, row, column));
    }
  }
  const { bytes, lost } =
    input.format === 'csv'
      ? await csvFile(rows(), input.encoding)
      : { bytes: await workbook(rows()), lost: [] };
  const file = await ctx.ports.files.give({
    name: `${t.leadList.fileName(dayOf(ctx.now()))}.${input.format}`,
    mediaType: MEDIA_TYPES[input.format],
    bytes,
  });
  const data = { count: ids.length, format: input.format };
  if (!ctx.store.readOnly)
    await ctx.write({ kind: 'leads.export', data, undoable: false }, () => Promise.resolve());
  return {
    ...file,
    rows: ids.length,
    lost: lost.map(({ row, column, character }) => ({ line: row, column: header[column] ?? '', character })),
  };
}

const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What only a file holds, or a cell of the list. */
function cellsOf(t: Catalogue, row: ExportRow, column: ExportColumn): string[] {
  const shown = zListColumn.safeParse(column);
  if (shown.success) return leadCells(t, row, shown.data);
  if (column !== 'consentBasis') return [row[column as Exclude<typeof column, ListColumn>]];
  const words: Readonly<Record<string, string>> = t.imports.consents;
  return [words[row.consentBasis] ?? row.consentBasis];
}
