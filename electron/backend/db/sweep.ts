import { type RawBuilder, sql } from 'kysely';
import type { TableName } from './schema.ts';
import type { WriteTx } from './write-tx.ts';

/** Rows looked at in one statement: the process gets a turn between two. */
const STEP = 5000;

/** Ids of the rows a condition holds for, where no index helps and the table may be big. */
export async function sweep(
  tx: WriteTx,
  table: Extract<TableName, 'changes' | 'operations' | 'import_rows'>,
  condition: RawBuilder<boolean>,
): Promise<number[]> {
  const last = await tx.read
    .selectFrom(table)
    .select(({ fn }) => fn.max('id').as('n'))
    .executeTakeFirstOrThrow();
  const found: number[] = [];
  for (let from = 0; from <= (last.n ?? 0); from += STEP) {
    const rows = await tx.read
      .selectFrom(table)
      .select('id')
      .where('id', '>', from)
      .where('id', '<=', from + STEP)
      .where(condition)
      .execute();
    for (const row of rows) found.push(row.id);
    await tx.breathe();
  }
  return found;
}

/**
 * True of a row whose text columns hold at least one of these strings, however many there are. Strings must not be empty;
 * A to Z are found in either case.
 */
export const holdsAny = (columns: readonly string[], texts: readonly string[]): RawBuilder<boolean> => {
  const patterns = JSON.stringify(texts.map(pattern));
  const isLike = columns.map(column => sql`${sql.ref(column)} like texts.value escape '\\'`);
  return sql<boolean>`exists (select 1 from json_each(${patterns}) as texts where ${sql.join(isLike, sql` or `)})`;
};

/** True of a row whose JSON columns name one of these numbers under one of these fields. */
export const namesAny = (
  columns: readonly string[],
  fields: readonly string[],
  ids: readonly number[],
): RawBuilder<boolean> => {
  const wanted = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const places = columns.flatMap(column =>
    fields.map(field => sql`json_extract(${sql.ref(column)}, ${`$.${field}`}) in ${wanted}`),
  );
  return sql<boolean>`(${sql.join(places, sql` or `)})`;
};

const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, found => `\\${found}`)}%`;
