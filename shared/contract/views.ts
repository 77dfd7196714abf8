import { z } from 'zod';
import { procedure, zDone, zUid } from './base.ts';
import { zListColumn } from './lead-columns.ts';
import { zDirection, zLeadFilter, zLeadSort } from './lead-filter.ts';

/** How the list of leads looks: who, in which order, with which columns. */
export const zViewQuery = z.object({
  filter: zLeadFilter,
  sort: zLeadSort.default('rank'),
  direction: zDirection.optional(),
  columns: z.array(zListColumn).min(1).max(40),
  density: z.enum(['compact', 'standard', 'roomy']).default('compact'),
  /** Columns at the left that stay while the others scroll. */
  pinned: z.number().int().min(0).max(3).default(2),
  /** Widths people dragged, in px. */
  widths: z.partialRecord(zListColumn, z.number().int().min(40).max(900)).default({}),
});
export type ViewQuery = z.output<typeof zViewQuery>;

const zView = z.object({
  uid: z.string(),
  name: z.string(),
  /** Everybody sees it, instead of only who made it. */
  shared: z.boolean(),
  /** The acting member made it. */
  own: z.boolean(),
  query: zViewQuery,
});
export type View = z.output<typeof zView>;

export const views = {
  /** Views the acting member sees: own ones and shared ones, in the order they were made. */
  list: procedure.input(z.object({})).output(z.array(zView)),
  /** Saves a view; with `uid` it replaces that one. Throws NOT_FOUND. */
  save: procedure
    .input(
      z.object({
        uid: zUid.optional(),
        name: z.string().trim().min(1).max(60),
        shared: z.boolean().default(false),
        query: zViewQuery,
      }),
    )
    .output(zView),
  /** Takes a view away. Throws NOT_FOUND. */
  remove: procedure.input(z.object({ uid: zUid })).output(zDone),
};
