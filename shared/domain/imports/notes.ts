import { type Card, type Note, NOTE_CODES, type NoteCode } from '#shared/domain/leads/card.ts';
import type { ReadRow } from './plan.ts';

/** What somebody may want to look at, by kind: on how many rows, and the first few. */
export interface NoteCount {
  code: NoteCode;
  count: number;
  samples: { line: number; text: string }[];
}

const SAMPLES = 3;
const TEST_NAME = /^(?:テスト|てすと|ﾃｽﾄ|ダミー|(?:test(?:er)?|dummy)(?=[\s\d]|$))/iu;
const TEST_COMPANY = /^(?:株式会社|有限会社)?(?:テスト|ダミー|test)(?:会社|商事|株式会社|出展|スキャン)?$/iu;

/**
 * What tells a scan of the stand's own staff or a test scan: suggested only, since a company may well be called テスト. `domains`: the
 * mail domains of the user's own company.
 */
function scanNotes({ person, company, emails }: Card, domains: ReadonlySet<string>): Note[] {
  const notes: Note[] = [];
  const name = company?.name ?? '';
  if (TEST_NAME.test(person.name) || TEST_COMPANY.test(name.replace(/\s/g, '')))
    notes.push({ code: 'testScan', text: [name, person.name].filter(text => text !== '').join(' ') });
  const own = emails.find(({ key }) => domains.has(key.slice(key.lastIndexOf('@') + 1)));
  if (own) notes.push({ code: 'ownStaff', text: own.value });
  return notes;
}

/** The notes of all cards by kind, the weightiest kind first; a row counts once for each kind. */
export function countNotes(rows: readonly ReadRow[], domains: ReadonlySet<string>): NoteCount[] {
  const found = new Map<NoteCode, NoteCount>();
  for (const row of rows) {
    if (!('card' in row)) continue;
    const seen = new Set<NoteCode>();
    for (const { code, text } of [...row.card.notes, ...scanNotes(row.card, domains)]) {
      const entry = found.get(code) ?? { code, count: 0, samples: [] };
      if (!seen.has(code)) entry.count++;
      if (!seen.has(code) && entry.samples.length < SAMPLES) entry.samples.push({ line: row.line, text });
      seen.add(code);
      found.set(code, entry);
    }
  }
  return NOTE_CODES.flatMap(code => found.get(code) ?? []);
}
