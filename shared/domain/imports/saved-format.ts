import type { Listed } from '#shared/domain/base/shelf.ts';
import { z } from 'zod';
import { headerKey } from './aliases.ts';
import { type Column, type ColumnUse, isColumnUse } from './columns.ts';
import { DEFAULT_FIELDS } from './defaults.ts';
import { DELIMITERS } from './delimiter.ts';
import { ENCODINGS } from './encoding.ts';
import { HEADER_WITHIN, type HeaderRow } from './layout.ts';

/** Who gets the new leads of a file whose card names nobody of the team. Even: no members named means everybody active. */
export const zOwnerRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('me') }),
  z.object({ kind: z.literal('member'), memberUid: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('even'), memberUids: z.array(z.string().min(1).max(64)).max(100).default([]) }),
  z.object({ kind: z.literal('later') }),
]);
export type OwnerRule = z.output<typeof zOwnerRule>;

/** What a column goes to, as it is stored. */
export const zUse = z.custom<ColumnUse>(value => typeof value === 'string' && isColumnUse(value));

/** Which of day and month comes first where both are possible. */
export const zDateOrder = z.enum(['mdy', 'dmy']);

/** Values for fields a row leaves empty. */
export const zDefaults = z.partialRecord(z.enum(DEFAULT_FIELDS), z.string().max(200));

const zSavedColumn = z.object({
  /** As compared: `headerKey` of the printed header. */
  header: z.string(),
  /** As printed. */
  name: z.string(),
  /** Null: guessed anew each time, for a column that was empty or held marks. */
  use: zUse.nullable(),
  /** The next file may lack it: columns of marks and empty ones come and go. */
  loose: z.boolean(),
});
export type SavedColumn = z.output<typeof zSavedColumn>;

const zSavedReading = z.object({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  /** Of a workbook. */
  sheet: z.string().optional(),
});
/** What a person chose of how the bytes of a file are read. */
export type SavedReading = z.output<typeof zSavedReading>;

/** How a kind of file was read last time, and what was answered about it. */
export const zSavedFormat = zSavedReading.extend({
  fileName: z.string(),
  product: z.string().nullable(),
  columns: z.array(zSavedColumn),
  /** Which way an ambiguous date is read, once somebody said so. */
  dateOrder: zDateOrder.optional(),
  defaults: zDefaults.optional(),
  about: z.object({
    channel: z.enum(['inbound', 'event', 'outbound', 'referral', 'other']),
    consentBasis: z.enum(['card', 'organiser', 'enquiry', 'relationship', 'unknown']),
    owner: zOwnerRule,
  }),
});
export type SavedFormat = z.output<typeof zSavedFormat>;

const isLoose = (column: Column): boolean =>
  column.header === '' || column.filled === 0 || column.reason === 'flags' || column.reason === 'empty';

/** What is worth remembering of a file's columns: their headers in order and where a person or a header put them. */
export const savedColumns = (columns: readonly Column[]): SavedColumn[] =>
  columns.map(column => ({
    header: headerKey(column.header),
    name: column.header,
    use: column.reason === 'flags' || column.reason === 'empty' ? null : column.use,
    loose: isLoose(column),
  }));

/** The headers a kind of file is known by, as one text; the store keeps its hash. */
export const formatText = (columns: readonly SavedColumn[]): string =>
  JSON.stringify(columns.filter(column => !column.loose).map(column => column.header));

/** Headers with the number of earlier columns of the same name, so that two columns called TEL stay two. */
function places<T extends { header: string }>(columns: readonly T[]): Map<string, T> {
  const seen = new Map<string, number>();
  return new Map(
    columns.map(column => {
      const header = headerKey(column.header);
      const n = seen.get(header) ?? 0;
      seen.set(header, n + 1);
      return [`${header} ${n}`, column];
    }),
  );
}

/**
 * True when a file has the remembered kind's headers. Columns of marks (a tag per event) and empty columns may come and
 * go; any other column that is new makes it another kind of file.
 */
export function isSameFormat(columns: readonly Column[], saved: readonly SavedColumn[]): boolean {
  if (!saved.some(column => !column.loose)) return false;
  const known = places(saved);
  const given = places(columns);
  return (
    [...known].every(([place, column]) => column.loose || given.has(place)) &&
    [...given].every(([place, column]) => isLoose(column) || known.has(place))
  );
}

/** Columns as they were used last time; where that is what the guess says, the guess keeps its reason. */
export function applySaved(columns: readonly Column[], saved: readonly SavedColumn[]): Column[] {
  const known = places(saved);
  const uses = new Map<Column, ColumnUse>();
  for (const [place, column] of places(columns)) {
    const use = known.get(place)?.use ?? null;
    if (use !== null && use !== column.use) uses.set(column, use);
  }
  return columns.map(column => {
    const use = uses.get(column);
    return use === undefined ? column : { ...column, use, reason: 'saved' };
  });
}

/** The first row that holds every header of a remembered kind of file: found although no word of it may be known. */
export function findSavedHeader(
  rows: Pick<Listed<string[]>, 'slice'>,
  formats: readonly { columns: readonly SavedColumn[] }[],
): HeaderRow | null {
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const given = places(row.map(header => ({ header })));
    for (const { columns } of formats) {
      const needed = [...places(columns)].filter(([, column]) => !column.loose);
      if (needed.length > 0 && needed.every(([place]) => given.has(place)))
        return { index, reason: 'saved', hits: needed.length };
    }
  }
  return null;
}
