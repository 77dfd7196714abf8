import { type JoinBuilder, sql } from 'kysely';
import type { Schema } from '#electron/backend/db/schema.ts';

const PREFIX = 'listRow:';

/** Key of the event that is the result of a row of a call list: a row takes one result. */
export const rowKey = (rowUid: string): string => `${PREFIX}${rowUid}`;
export const isRowKey = (key: string): boolean => key.startsWith(PREFIX);

const KEY_OF_ROW = sql<string>`concat(${sql.lit(PREFIX)}, call_list_rows.uid)`;

/** Joins the result of a row of a call list that holds, if there is one. */
export const resultOfRow = (join: JoinBuilder<Schema, 'events' | 'call_list_rows'>) =>
  join.on('events.dedupe_key', '=', KEY_OF_ROW).on('events.retracted_by_id', 'is', null);
