import { z } from 'zod';
import { procedure, zCompanyKind, zCsvEncoding, zDone, zUid } from './base.ts';
import { zJobEvents } from './jobs.ts';
import { zExportColumn } from './lead-columns.ts';
import { zDirection, zLeadFilter, zLeadSort } from './lead-filter.ts';

/** These leads, or all a filter means but some: a selection of everything is kept as the question, not as its answer. */
export const zSelection = z.union([
  z.object({ uids: z.array(zUid).min(1).max(100_000) }),
  z.object({ filter: zLeadFilter, except: z.array(zUid).max(100_000).default([]) }),
]);
export type Selection = z.output<typeof zSelection>;
export type SelectionInput = z.input<typeof zSelection>;

export const zBulkAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('owner'), ownerUid: zUid.nullable() }),
  z.object({ kind: z.literal('addTag'), tag: z.string().trim().min(1).max(60) }),
  z.object({ kind: z.literal('removeTag'), tag: z.string().trim().min(1).max(60) }),
  z.object({ kind: z.literal('doNotCall'), on: z.boolean() }),
  z.object({ kind: z.literal('companyKind'), companyKind: zCompanyKind }),
  z.object({ kind: z.literal('trash') }),
  z.object({ kind: z.literal('restore') }),
]);
export type BulkAction = z.output<typeof zBulkAction>;

/** selected = changes + already + cannot, always. */
export const zBulkCounts = z.object({
  selected: z.number().int(),
  /** Leads that become different. */
  changes: z.number().int(),
  /** Leads that are so already. */
  already: z.number().int(),
  /** Leads it cannot be done to, by reason: `noCompany` has no company that could be of a kind. */
  cannot: z.array(z.object({ code: z.enum(['noCompany']), count: z.number().int() })),
  /** Others who change along: people of the same companies. */
  alongside: z.number().int(),
});
export type BulkCounts = z.output<typeof zBulkCounts>;
/** What the job of a bulk action ends with. */
export const zBulkResult = zDone.extend(zBulkCounts.shape);
export type BulkResult = z.output<typeof zBulkResult>;

/** The procedures of `leads` that concern many at once. */
export const leadBulk = {
  /** What a bulk action would do, before anything is written. Throws NOT_FOUND for an unknown member. */
  bulkPreview: procedure.input(z.object({ selection: zSelection, action: zBulkAction })).output(zBulkCounts),
  /** Does it to all of them as one operation that can be taken back. A job, `result` is zBulkResult; cancelled: nothing was written. */
  bulk: procedure.input(z.object({ selection: zSelection, action: zBulkAction })).output(zJobEvents),
  /**
   * The leads as a file, in the order of the list. No cell runs as a formula, numbers keep their zeros. Stays in the history.
   * A job, `result` is zRowsFile; cancelled: there is no file.
   */
  export: procedure
    .input(
      z.object({
        selection: zSelection,
        columns: z.array(zExportColumn).min(1),
        sort: zLeadSort.default('rank'),
        direction: zDirection.optional(),
        format: z.enum(['csv', 'xlsx']).default('csv'),
        /** Of a CSV; a workbook has none. */
        encoding: zCsvEncoding.default('utf-8'),
      }),
    )
    .output(zJobEvents),
};
