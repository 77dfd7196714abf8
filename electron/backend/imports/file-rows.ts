import { type Listed, Shelf } from '#shared/domain/base/shelf.ts';
import { type KeyRow, keyRow, packedRows, type ReadRow } from '#shared/domain/imports/plan.ts';
import type { RowReader } from '#shared/domain/imports/read-rows.ts';
import type { Card } from '#shared/domain/leads/card.ts';

/** The rows of a file in their order. Those of a big file are read again each time instead of being kept. */
export type Rows = Pick<Listed<ReadRow>, 'length' | 'at'>;

/** How much of an import is held at once. */
export interface Sizes {
  /** Rows of a file whose cards are kept; of more rows every card is read again when it is needed. */
  kept: number;
  /** People worked out and written together. */
  window: number;
}

/** A card takes some 2 kB; reading it again takes some 50 µs. */
export const SIZES: Sizes = { kept: 60_000, window: 500 };

/** What is asked of all cards of a file before the first one is matched. */
export interface FileFacts {
  cards: Pick<Card, 'tags' | 'metOn' | 'owner'>[];
  /** Addresses of those who want no mail. */
  optedOut: string[];
}

/** Rows per batch between two turns of the process. */
const BATCH = 500;

/** Reads all rows in batches; `pause` is called after each with the rows done so far. */
export async function readAll(rows: RowReader, pause: (done: number) => Promise<void>): Promise<ReadRow[]> {
  const read: ReadRow[] = [];
  await eachRow(rows, row => read.push(row), pause);
  return read;
}

/** Reads all rows once, and keeps them unless there are many; what placing needs of each is always kept. */
export async function readFileRows(
  rows: RowReader,
  kept: number,
  pause: (done: number) => Promise<void>,
): Promise<{ rows: Rows; keys: Listed<KeyRow>; facts: FileFacts }> {
  const keep = rows.end - rows.first <= kept;
  const read: ReadRow[] = [];
  const keys = new Shelf(packedRows);
  const facts: FileFacts = { cards: [], optedOut: [] };
  const look = (row: ReadRow): void => {
    if (keep) read.push(row);
    keys.push(keyRow(row));
    if (!('card' in row)) return;
    const { tags, metOn, owner } = row.card;
    facts.cards.push(keep ? row.card : { tags, metOn, owner });
    facts.optedOut.push(...optedOut(row));
  };
  await eachRow(rows, look, pause);
  return { rows: keep ? read : rereading(rows), keys, facts };
}

/** The addresses of a card whose person wants no mail. */
export const optedOut = (row: ReadRow): string[] =>
  'card' in row && row.card.optOut ? row.card.emails.map(email => email.value) : [];

const rereading = (rows: RowReader): Rows => ({
  length: rows.end - rows.first,
  at: index => rows.read(rows.first + index),
});

async function eachRow(
  rows: RowReader,
  look: (row: ReadRow) => void,
  pause: (done: number) => Promise<void>,
): Promise<void> {
  for (let index = rows.first; index < rows.end; index++) {
    look(rows.read(index));
    const done = index + 1 - rows.first;
    if (done % BATCH === 0) await pause(done);
  }
}
