import type { Context } from '#electron/backend/context.ts';
import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { CompanyCandidate } from '#shared/contract/companies.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import {
  type CompanyList,
  type ListedCompany,
  type ListedMatch,
  matchListed,
} from '#shared/domain/leads/company-list.ts';
import { countPeople, listByKeys, type StoredCompany } from './companies.repo.ts';
import { readListed } from './read-list.ts';
import { setKinds } from './set-kinds.ts';

type Match = ListedMatch<StoredCompany>;

/** Rows of each group shown before anything is written; the counts cover all. */
const LISTED = 500;

/** What a customer list would change. Writes nothing. Throws the FILE_ codes. */
export async function previewKinds(
  ctx: Context,
  input: InputOf<'companies', 'previewKinds'>,
): Promise<OutputOf<'companies', 'previewKinds'>> {
  const list = await readListed(ctx, input.source);
  const matches = await matchAll(ctx.read, list);
  const isSame = (match: Match): boolean => match.same.every(company => company.kind === input.kind);
  const known = matches.filter(match => match.same.length > 0);
  const set = known.filter(match => !isSame(match));
  const asked = matches.filter(match => match.perhaps.length > 0);
  const added = matches.filter(match => match.same.length === 0 && match.perhaps.length === 0);
  const shown = [...set.slice(0, LISTED), ...asked.slice(0, LISTED)];
  const people = await countPeople(ctx.read, idsOf([...set, ...shown]));
  return {
    header: list.header,
    counts: {
      lines: list.companies.length + list.repeated + list.unread.length,
      set: set.length,
      same: known.length - set.length,
      asked: asked.length,
      added: added.length,
      repeated: list.repeated,
      unread: list.unread.length,
    },
    people: set
      .flatMap(match => match.same)
      .filter(company => company.kind !== input.kind)
      .reduce((sum, company) => sum + (people.get(company.id) ?? 0), 0),
    set: set.slice(0, LISTED).map(match => shownMatch(match.listed, match.same, people)),
    asked: asked.slice(0, LISTED).map(match => shownMatch(match.listed, match.perhaps, people)),
    unread: list.unread.slice(0, LISTED),
  };
}

const idsOf = (matches: readonly Match[]): number[] => [
  ...new Set(matches.flatMap(match => [...match.same, ...match.perhaps].map(company => company.id))),
];

const shownMatch = (
  { line, name }: ListedCompany,
  companies: readonly StoredCompany[],
  people: ReadonlyMap<number, number>,
) => ({
  line,
  name,
  companies: companies.map(
    (company): CompanyCandidate => ({
      uid: company.uid,
      name: company.name,
      kind: company.kind as CompanyCandidate['kind'],
      domain: company.domain,
      people: people.get(company.id) ?? 0,
    }),
  ),
});

async function matchAll(db: ReadDb, { companies }: CompanyList): Promise<Match[]> {
  const stored = await listByKeys(db, {
    strict: companies.map(company => company.strictKey),
    loose: companies.map(company => company.looseKey),
    numbers: companies.flatMap(company => company.corporateNumber ?? []),
  });
  return matchListed(companies, stored);
}

/**
 * Sets the kind of every listed company: those with the same name or number, those a person ticked, and those nobody knew
 * yet, which are stored so that a later card of theirs is recognised. One operation that can be undone.
 * Throws the FILE_ codes.
 */
export async function applyKinds(
  ctx: Context,
  input: InputOf<'companies', 'applyKinds'>,
): Promise<OutputOf<'companies', 'applyKinds'>> {
  const list = await readListed(ctx, input.source);
  const operationUid = ctx.newId();
  const ticked = new Set(input.also);
  const data = { companyKind: input.kind, companies: list.companies.length };
  const result = await ctx.write({ kind: 'companies.applyKinds', data, uid: operationUid }, async tx => {
    const matches = await matchAll(tx.read, list);
    const chosen = matches.flatMap(match => [
      ...match.same,
      ...match.perhaps.filter(company => ticked.has(company.uid)),
    ]);
    const set = await setKinds(
      ctx,
      tx,
      chosen.map(company => company.id),
      input.kind,
    );
    const unknown = matches.filter(match => match.same.length === 0).map(match => match.listed);
    await tx.insert(
      'companies',
      unknown.map(listed => listedRow(ctx, tx, listed, input.kind)),
    );
    return { ...set, added: unknown.length };
  });
  if ('file' in input.source) await ctx.ports.files.done(input.source.file);
  return { operationUid, ...result };
}

/** A company a list named: its name and kind, and nothing else yet. */
const listedRow = (ctx: Context, tx: WriteTx, listed: ListedCompany, kind: string): RowOf<'companies'> => ({
  uid: ctx.newId(),
  name: listed.name,
  name_kana: '',
  strict_key: listed.strictKey,
  loose_key: listed.looseKey,
  kind,
  corporate_number: listed.corporateNumber,
  created_at: tx.at,
  updated_at: tx.at,
});
