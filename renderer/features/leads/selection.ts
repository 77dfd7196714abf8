import type { SelectionInput } from '#shared/contract/lead-bulk.ts';
import type { LeadFilter } from '#shared/contract/lead-filter.ts';
import type { LeadRow } from '#shared/contract/leads.ts';

/** Some leads one by one, or everybody the filter means but some: the second is a question, not a list of numbers. */
export type Selection =
  | { readonly kind: 'some'; readonly rows: ReadonlyMap<string, LeadRow> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

export const nobody: Selection = { kind: 'some', rows: new Map() };
export const everybody: Selection = { kind: 'all', except: new Set() };

export const isSelected = (selection: Selection, uid: string): boolean =>
  selection.kind === 'some' ? selection.rows.has(uid) : !selection.except.has(uid);

/** How many are selected; `total` is how many the filter means. */
export const countSelected = (selection: Selection, total: number): number =>
  selection.kind === 'some' ? selection.rows.size : Math.max(0, total - selection.except.size);

/** The selection with these leads in or out. */
export function withRows(selection: Selection, rows: readonly LeadRow[], isIn: boolean): Selection {
  if (selection.kind === 'some') {
    const next = new Map(selection.rows);
    for (const row of rows)
      if (isIn) next.set(row.uid, row);
      else next.delete(row.uid);
    return { kind: 'some', rows: next };
  }
  const except = new Set(selection.except);
  for (const row of rows)
    if (isIn) except.delete(row.uid);
    else except.add(row.uid);
  return { kind: 'all', except };
}

/** What the contract takes. */
export const selectionInput = (selection: Selection, filter: LeadFilter): SelectionInput =>
  selection.kind === 'some'
    ? { uids: [...selection.rows.keys()] }
    : { filter, except: [...selection.except] };
