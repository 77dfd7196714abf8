import { z } from 'zod';
import { cardKey } from '#electron/backend/leads/card-key.ts';
import type { Column } from '#shared/domain/imports/columns.ts';
import { type RowReader, rowReader } from '#shared/domain/imports/read-rows.ts';
import type { CardReader } from '#shared/domain/imports/row-card.ts';
import { zUse } from '#shared/domain/imports/saved-format.ts';
import type { About } from './about.ts';
import type { FileReading } from './reading.ts';

/** What an import keeps of how it was read, so that a row corrected later is read the same way. JSON drops functions. */
export const keptReading = ({ reader, columns, table, header }: FileReading, about: About) => ({
  /** Cells of the header row; rows may have had more. */
  width: header.index === null ? 0 : (table.rows.at(header.index)?.length ?? 0),
  columns: columns.map(({ index, header, use, set, label, joined }) => ({
    index,
    header,
    use,
    set,
    label,
    joined,
  })),
  reader: { ...reader, columns: undefined },
  about,
});

const zKept = z.object({
  width: z.number(),
  columns: z.array(
    z.object({
      index: z.number(),
      header: z.string(),
      use: zUse,
      set: z.number().default(1),
      label: z.number().optional(),
      joined: z.boolean().optional(),
    }),
  ),
  reader: z.looseObject({
    source: z.string(),
    year: z.number(),
    dateOrder: z.custom<CardReader['dateOrder']>(value => typeof value === 'string'),
  }),
  about: z.custom<Partial<About>>(value => typeof value === 'object' && value !== null).default({}),
});

export interface StoredReading {
  /** The header row of the file; empty when it had none. */
  header: string[];
  /** Every column, also those only some rows had. */
  columns: Column[];
  about: Partial<About>;
  /** Reads corrected cells as the import read its rows; the only row of the reader has this line. */
  rowReader(cells: readonly string[], line: number): RowReader;
}

/** How an import was read, from what it kept. Throws when the text was not written by `keptReading`. */
export function storedReading(text: string): StoredReading {
  const kept = zKept.parse(JSON.parse(text));
  const columns = kept.columns.map((column): Column => ({ ...column, reason: 'chosen', filled: 0 }));
  const header = columns.slice(0, kept.width).map(column => column.header);
  const reader: CardReader = { ...kept.reader, columns, cardKey };
  return {
    header,
    columns,
    about: kept.about,
    rowReader: (cells, line) =>
      kept.width === 0
        ? rowReader({ rows: [[...cells]], lines: [line], quoteDamaged: new Set() }, null, reader)
        : rowReader({ rows: [header, [...cells]], lines: [0, line], quoteDamaged: new Set() }, 0, reader),
  };
}
