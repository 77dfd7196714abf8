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
