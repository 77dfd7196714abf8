import type BetterSqlite3 from 'better-sqlite3';

type Statement = BetterSqlite3.Statement<unknown[]>;

/** Enough for every distinct query of the app; a generated query beyond that is prepared anew. */
const KEEP = 500;

/** Prepared statements of one connection, kept by their text: preparing costs more than most of our queries. */
export class Statements {
  readonly #raw: BetterSqlite3.Database;
  readonly #kept = new Map<string, Statement>();

  constructor(raw: BetterSqlite3.Database) {
    this.#raw = raw;
  }

  get(sql: string): Statement {
    const found = this.#kept.get(sql);
    if (found && !found.busy) return found;
    const made = this.#raw.prepare<unknown[]>(sql);
    if (!found && this.#kept.size < KEEP) this.#kept.set(sql, made);
    return made;
  }

  clear(): void {
    this.#kept.clear();
  }
}
