import BetterSqlite3 from 'better-sqlite3';

/** How long to wait for a reader that is just finishing, in ms. */
const PATIENCE = 5000;

/**
 * Rewrites a store so that nothing deleted is left in its bytes: search segments, free pages, write-ahead log. Nobody
 * may write meanwhile; who reads a long snapshot keeps the log until the next close.
 */
export function scrubStore(path: string): null {
  const raw = new BetterSqlite3(path, { timeout: PATIENCE });
  try {
    raw.exec("insert into lead_search(lead_search) values('optimize')");
    raw.exec('vacuum');
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    raw.close();
  }
  return null;
}

/** Brings what is committed from the write-ahead log into the file. Nobody who reads or writes has to wait. */
export function checkpointStore(path: string): null {
  const raw = new BetterSqlite3(path, { timeout: 0 });
  try {
    raw.pragma('synchronous = FULL');
    raw.pragma('fullfsync = ON');
    raw.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    raw.close();
  }
  return null;
}
