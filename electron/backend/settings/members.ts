import type { Context } from '#electron/backend/context.ts';
import type { Store } from '#electron/backend/db/store.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { Member } from '#shared/contract/system.ts';
import { listMembers as findMembers, type MemberRow } from './members.repo.ts';

export type { MemberRow } from './members.repo.ts';

/** The people who share this list. */
export async function listMembers(ctx: Context): Promise<Member[]> {
  return (await findMembers(ctx.read)).map(row => row.member);
}

/** Everybody with the number rows name them by. */
export const teamOf = async (ctx: Pick<Context, 'read'>): Promise<MemberRow[]> => await findMembers(ctx.read);

/** Adds a member, or changes one by uid. Throws NOT_FOUND. */
export async function saveMember(ctx: Context, input: InputOf<'members', 'save'>): Promise<Member> {
  const known = (await findMembers(ctx.read)).find(row => row.member.uid === input.uid);
  if (input.uid && !known) throw new AppError('NOT_FOUND', { entity: 'member' });
  const uid = known?.member.uid ?? ctx.newId();
  const row = { name: input.name, roles: JSON.stringify(input.roles), active: input.active ? 1 : 0 } as const;
  await ctx.write({ kind: 'members.save', data: { name: input.name } }, async tx => {
    if (known) await tx.update('members', known.id, row);
    else await tx.insert('members', [{ uid, ...row }]);
  });
  return { uid, name: input.name, roles: input.roles, active: input.active };
}

/** Who acts: the named or numbered member, else the remembered one if this store knows them, else the first active one. */
export async function findActing(
  store: Store,
  nameOrUid: string | undefined,
  rememberedUid?: string,
): Promise<MemberRow | undefined> {
  const all = await findMembers(store.read);
  const asked = all.find(row => row.member.uid === nameOrUid || row.member.name === nameOrUid);
  if (nameOrUid && !asked) throw new AppError('NOT_FOUND', { entity: 'member' });
  const remembered = all.find(row => row.member.uid === rememberedUid);
  return asked ?? remembered ?? all.find(row => row.member.active);
}

/** Names by internal id, for lists that show who did it. */
export async function findMemberNames(ctx: Pick<Context, 'read'>): Promise<ReadonlyMap<number, string>> {
  return new Map((await findMembers(ctx.read)).map(row => [row.id, row.member.name]));
}
