import type { ReadDb } from '#electron/backend/db/access.ts';
import { loadLeadData } from '#electron/backend/leads/known-people.ts';
import type { CardPerson, ForetoldRow } from '#shared/contract/imports.ts';
import type { CardRow, ReadRow } from '#shared/domain/imports/plan.ts';
import type { Resolution, RowResult } from '#shared/domain/imports/resolve.ts';
import type { Candidate } from '#shared/domain/leads/match.ts';
import { type LeadCardData, leadFromCard } from '#shared/domain/leads/merge-card.ts';
import { shownChanges } from '#shared/domain/leads/shown-changes.ts';
import { isCardRow } from './plan-import.ts';
import type { FileReading } from './reading.ts';

/** Rows listed of each outcome; more than anybody looks through before importing. */
const LISTED = 200;

/** The first rows of every outcome with what each brings: whom, what it changes, and whom it looks like. */
export async function listRows(
  db: ReadDb,
  { table }: FileReading,
  rows: readonly ReadRow[],
  plan: Resolution,
): Promise<ForetoldRow[]> {
  const chosen = firstOfEach(plan.rows);
  const lines = new Set(chosen.map(row => row.line));
  const cells = new Map(
    table.lines.flatMap((line, i) => (lines.has(line) ? [[line, table.rows.at(i) ?? []] as const] : [])),
  );
  const cards = new Map(rows.filter(isCardRow).map(row => [row.line, row]));
  const uids = new Set(chosen.flatMap(row => candidatesOf(row).map(candidate => candidate.uid)));
  const stored = await loadLeadData(
    db,
    [...uids].filter(uid => !uid.startsWith('new:')),
  );
  const made = new Map(plan.people.map(person => [person.uid, person.after]));
  const find = (uid: string): LeadCardData | undefined => stored.get(uid) ?? made.get(uid);
  return chosen.map(row => foretold(row, cards.get(row.line), cells.get(row.line) ?? [], find));
}

/** Rows that bring nothing new are a figure of their own on the screen. */
const isUnchanged = (row: RowResult): boolean => row.outcome === 'filled' && row.changed.length === 0;

function firstOfEach(rows: readonly RowResult[]): RowResult[] {
  const seen = new Map<string, number>();
  return rows.filter(row => {
    const group = isUnchanged(row) ? 'unchanged' : row.outcome;
    const count = (seen.get(group) ?? 0) + 1;
    seen.set(group, count);
    return count <= LISTED;
  });
}

function foretold(
  row: RowResult,
  source: CardRow | undefined,
  cells: readonly string[],
  find: (uid: string) => LeadCardData | undefined,
): ForetoldRow {
  return {
    line: row.line,
    outcome: row.outcome,
    unchanged: isUnchanged(row),
    reason:
      row.reason === null
        ? null
        : { code: row.reason, params: row.candidates[0] ? { level: row.candidates[0].level } : {} },
    card: source ? personOf(leadFromCard(source.card)) : null,
    cells: source ? [] : [...cells],
    changes: row.step ? shownChanges(row.step.before, row.step.after) : [],
    candidates: candidatesOf(row).flatMap(({ uid, level, reason }) => {
      const person = find(uid);
      const line = uid.startsWith('new:') ? Number(uid.slice(4)) : null;
      return person
        ? [{ uid, level, reason: { code: reason, params: {} }, line, person: personOf(person) }]
        : [];
    }),
  };
}

/** A card of two stored people stands with the first of them; both are meant. */
function candidatesOf({ outcome, uid, reason, candidates }: RowResult): Candidate[] {
  const isBridge =
    outcome === 'asked' &&
    reason === 'severalPeople' &&
    uid !== null &&
    !uid.startsWith('new:') &&
    candidates.every(candidate => candidate.uid !== uid);
  return isBridge ? [{ uid, level: 'C', reason }, ...candidates] : candidates;
}

const personOf = (lead: LeadCardData): CardPerson => ({
  name: lead.name,
  companyName: lead.companyName,
  department: lead.department,
  title: lead.title,
  email: lead.email,
  phone: lead.phone,
  address: lead.address,
});
