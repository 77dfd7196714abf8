import type { Context } from '#electron/backend/context.ts';
import { csvBytes } from '#electron/backend/exchange/csv-file.ts';
import { LostCharacters } from '#electron/backend/exchange/lost-characters.ts';
import { workbookBytes } from '#electron/backend/exchange/workbook.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { preferences } from '#electron/backend/settings/settings.ts';
import type { RowsFile } from '#shared/contract/base.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { type ExportColumn, type ListColumn, zListColumn } from '#shared/contract/lead-columns.ts';
import { naturalDirection } from '#shared/contract/lead-filter.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import { reasonsOf } from '#electron/backend/scoring/reasons.ts';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import { leadCells, leadHeads } from '#shared/i18n/lead-cell.ts';
import { listIdsOfUids } from './bulk.repo.ts';
import { type ExportRow, listExportRows } from './export.repo.ts';
import { type LeadOrder, matchingInOrder, someInOrder } from './leads.repo.ts';

type ExportInput = InputOf<'leads', 'export'>;

/** Rows read at once: some milliseconds. */
const PAGE = 250;

/**
 * The selected leads as a file, in the order of the list, as a job: rows are read and written page by page, so that a
 * hundred thousand take no more memory than a thousand. A CSV never runs as a formula and says which characters Shift_JIS
 * does not have; a workbook holds text cells. Cancelled: there is no file. Written down in the history: what left the app
 * cannot be taken back.
 */
export function exportLeads(ctx: Context, input: ExportInput): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('leads.export', async job => await work(ctx, job, input));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function work(ctx: Context, job: JobHandle, input: ExportInput): Promise<RowsFile> {
  const t = catalogue((await preferences(ctx.read)).language ?? 'ja');
  const columns = [...new Set(input.columns)];
  const header = columns.flatMap(column => leadHeads(t, column));
  const ids = await idsInOrder(ctx, input);
  let count = 0;
  async function* rows(): AsyncGenerator<string[], void, void> {
    yield header;
    for (let at = 0; at < ids.length; at += PAGE) {
      job.report({ phase: 'write', done: at, total: ids.length });
      await job.checkpoint();
      const part = ids.slice(at, at + PAGE);
      const why = columns.includes('reasons') ? await reasonsOf(ctx.read, part, dayOf(ctx.now())) : null;
      for (const row of await listExportRows(ctx.read, part)) {
        count += 1;
        const told = { ...row, reasons: why?.get(row.id) ?? null };
        yield columns.flatMap(column => cellsOf(t, told, column));
      }
    }
    await job.checkpoint();
  }
  const lost = new LostCharacters();
  const file = await ctx.ports.files.give({
    name: `${t.leadList.fileName(dayOf(ctx.now()))}.${input.format}`,
    mediaType: MEDIA_TYPES[input.format],
    bytes:
      input.format === 'csv'
        ? csvBytes(rows(), input.encoding, lost)
        : workbookBytes(rows(), { name: t.leads.title, columns: header.length }),
  });
  const data = { count, format: input.format };
  if (!ctx.store.readOnly)
    await ctx.write({ kind: 'leads.export', data, undoable: false }, () => Promise.resolve());
  return { ...file, rows: count, ...lost.told(header, row => row) };
}

/** Numbers of the selected leads in the order of the list. */
async function idsInOrder(ctx: Context, { selection, sort, direction }: ExportInput): Promise<number[]> {
  const order: LeadOrder = { sort, direction: direction ?? naturalDirection(sort) };
  if ('uids' in selection) {
    const some = await listIdsOfUids(ctx.read, [...new Set(selection.uids)]);
    return await ctx.store.idsOf(someInOrder(ctx.read, some, order));
  }
  const on = { filter: selection.filter, today: dayOf(ctx.now()) };
  const ids = await ctx.store.idsOf(matchingInOrder(ctx.read, on, order));
  const except = new Set(await listIdsOfUids(ctx.read, selection.except));
  return except.size === 0 ? ids : ids.filter(id => !except.has(id));
}

const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What only a file holds, or a cell of the list. */
function cellsOf(t: Catalogue, row: ExportRow & Pick<LeadRow, 'reasons'>, column: ExportColumn): string[] {
  const shown = zListColumn.safeParse(column);
  if (shown.success) return leadCells(t, row, shown.data);
  if (column !== 'consentBasis') return [row[column as Exclude<typeof column, ListColumn>]];
  const words: Readonly<Record<string, string>> = t.imports.consents;
  return [words[row.consentBasis] ?? row.consentBasis];
}
