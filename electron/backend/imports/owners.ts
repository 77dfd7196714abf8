import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { PartsOf } from '#electron/backend/leads/companies.ts';
import { cardOwners } from '#electron/backend/settings/agreements.ts';
import { teamOf } from '#electron/backend/settings/members.ts';
import { addVersion, newestVersion } from '#electron/backend/settings/versions.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { countCardOwners, ownerKey, splitEvenly } from '#shared/domain/imports/owners.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import type { OwnerRule } from '#shared/domain/imports/saved-format.ts';
import type { Card } from '#shared/domain/leads/card.ts';

/** Who works with this list, who asks, and what was said about names on cards. */
export interface Team {
  members: Awaited<ReturnType<typeof teamOf>>;
  actingUid: string | null;
  cardOwners: Readonly<Record<string, string | null>>;
}

export async function loadTeam(ctx: Context): Promise<Team> {
  return {
    members: await teamOf(ctx),
    actingUid: ctx.member?.uid ?? null,
    cardOwners: (await newestVersion(ctx.read, cardOwners)).data,
  };
}

/** Members by the name that stands on cards: as said before, else of the same name. */
export function namedOwners(team: Team): Record<string, string | null> {
  const active = team.members.filter(row => row.member.active && row.member.name !== '');
  const uids = new Set(active.map(row => row.member.uid));
  const said = Object.entries(team.cardOwners).filter(([, uid]) => uid === null || uids.has(uid));
  return {
    ...Object.fromEntries(active.map(({ member }) => [ownerKey(member.name), member.uid])),
    ...Object.fromEntries(said),
  };
}

/** The names on the cards as their owners with the member each means: as said before, else the member of that name. */
export function proposeCardOwners(
  cards: readonly Pick<Card, 'owner'>[],
  team: Team,
): ImportPreview['cardOwners'] {
  const named = namedOwners(team);
  const uids = new Set(team.members.filter(row => row.member.active).map(row => row.member.uid));
  return countCardOwners(cards.map(card => card.owner)).map(({ name, cards: count }) => {
    const key = ownerKey(name);
    const said = team.cardOwners[key];
    const known = said !== undefined && (said === null || uids.has(said));
    return { name, cards: count, memberUid: named[key] ?? null, known };
  });
}

export type CardOwners = Readonly<Record<string, string | null>>;

/** What holds for the names of a file: what was given, over what was proposed. Keys are compared names. */
export function settleCardOwners(
  proposed: ImportPreview['cardOwners'],
  given: CardOwners = {},
): Record<string, string | null> {
  const said = new Map(Object.entries(given).map(([name, uid]) => [ownerKey(name), uid]));
  return Object.fromEntries(
    proposed.map(({ name, memberUid }) => {
      const key = ownerKey(name);
      return [key, said.has(key) ? (said.get(key) ?? null) : memberUid];
    }),
  );
}

/** Keeps what was said about names on cards, so that each is asked once. */
export async function rememberCardOwners(tx: WriteTx, team: Team, settled: CardOwners): Promise<void> {
  const next = { ...team.cardOwners, ...settled };
  const isNew = Object.entries(settled).some(([key, uid]) => team.cardOwners[key] !== uid);
  if (isNew) await addVersion(tx, cardOwners, next);
}

const idOf = (team: Team, uid: string): number => {
  const found = team.members.find(row => row.member.uid === uid);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'member' });
  return found.id;
};

/**
 * Who gets each new person: the member the card names, else by the rule for the file. Throws NOT_FOUND for a member
 * nobody knows.
 */
export async function ownerFinder(
  people: PartsOf<Touched>,
  rule: OwnerRule,
  named: CardOwners,
  team: Team,
): Promise<(person: Touched) => number | null> {
  const byCard = (person: Touched): string | null => {
    const name = person.cards.map(({ card }) => card.owner).find(owner => owner !== '');
    return name === undefined ? null : (named[ownerKey(name)] ?? null);
  };
  const rest: Shareholder[] = [];
  // Even shares can only be counted out once everybody was there.
  if (rule.kind === 'even')
    for await (const part of people)
      for (const person of part)
        if (person.before === null && byCard(person) === null) rest.push(shareholder(person));
  const byRule = shares(rest, rule, team);
  return person => {
    const uid = byCard(person) ?? byRule(person.uid);
    return uid === null ? null : idOf(team, uid);
  };
}

type Shareholder = Parameters<typeof splitEvenly>[0][number];

const shareholder = ({ uid, after }: Touched): Shareholder => ({
  uid,
  companyKey: after.affiliations.find(a => a.companyName === after.companyName)?.strictKey ?? '',
});

function shares(people: readonly Shareholder[], rule: OwnerRule, team: Team): (uid: string) => string | null {
  if (rule.kind === 'me') return () => team.actingUid;
  if (rule.kind === 'later') return () => null;
  if (rule.kind === 'member') {
    idOf(team, rule.memberUid);
    return () => rule.memberUid;
  }
  for (const uid of rule.memberUids) idOf(team, uid);
  const active = team.members.filter(row => row.member.active).map(row => row.member.uid);
  const members = rule.memberUids.length > 0 ? [...new Set(rule.memberUids)] : active;
  const split = splitEvenly(people, members);
  return uid => split.get(uid) ?? null;
}
