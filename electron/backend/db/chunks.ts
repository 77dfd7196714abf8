import { setImmediate as turn } from 'node:timers/promises';

/** SQLite takes 32,766 parameters a statement; this stays far below on any engine and keeps one statement text. */
const CHUNK = 500;

/** Fetches rows for many keys, a chunk of keys per statement, with a turn of the process between chunks. */
export async function inChunks<K, R>(keys: readonly K[], fetch: (chunk: K[]) => Promise<R[]>): Promise<R[]> {
  const all: R[] = [];
  for (let i = 0; i < keys.length; i += CHUNK) {
    if (i > 0) await turn();
    for (const row of await fetch(keys.slice(i, i + CHUNK))) all.push(row);
  }
  return all;
}
