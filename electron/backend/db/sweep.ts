import { sql } from 'kysely';
import type { TableName } from './schema.ts';
import type { WriteTx } from './write-tx.ts';

/** Rows looked at in one statement: the process gets a turn between two. */
const STEP = 5000;

/**
 * Ids of the rows whose text column holds at least one of these strings, whatever the size of the table. Strings must not
 * be empty; letters count as they are.
 */
export async function findRowsHolding(
  tx: WriteTx,
  table: Extract<TableName, 'changes' | 'operations' | 'import_rows' | 'events'>,
  columns: readonly string[],
  texts: readonly string[],
): Promise<number[]> {
  if (texts.length === 0) return [];
  const last = await tx.read
    .selectFrom(table)
    .select(({ fn }) => fn.max('id').as('n'))
    .executeTakeFirstOrThrow();
  const holds = sql.join(
    columns.flatMap(column => texts.map(text => sql`${sql.ref(column)} like ${pattern(text)} escape '\\'`)),
    sql` or `,
  );
  const found: number[] = [];
  for (let from = 0; from <= (last.n ?? 0); from += STEP) {
    const rows = await tx.read
      .selectFrom(table)
      .select('id')
      .where('id', '>', from)
      .where('id', '<=', from + STEP)
      .where(sql<boolean>`(${holds})`)
      .execute();
    for (const row of rows) found.push(row.id);
    await tx.breathe();
  }
  return found;
}

const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, found => `\\${found}`)}%`;
