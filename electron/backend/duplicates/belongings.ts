import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import { settleDeals } from '#electron/backend/opportunities/merge.ts';
import { companyStrictKey } from '#shared/domain/leads/company.ts';
import { coursesToStop } from '#shared/domain/mail/one-sequence.ts';
import {
  listAffiliations,
  listCourses,
  listFollowing,
  listPlaces,
  listPoints,
  listTags,
  listWaiting,
} from './merge.repo.ts';

type Point = Awaited<ReturnType<typeof listPoints>>[number];

/**
 * Gives the survivor what belongs to the other person. What both have alike stays with the other, so that each gets
 * back exactly theirs when the merge is undone. `shown`: the address and number the survivor is shown with, which come
 * first from now on.
 */
export async function moveBelongings(
  tx: WriteTx,
  survivorId: number,
  otherId: number,
  shown: { email: string; phone: string },
): Promise<void> {
  await movePoints(tx, survivorId, otherId, shown);
  await moveAffiliations(tx, survivorId, otherId);
  const tags = new Set((await listTags(tx.read, survivorId)).map(row => row.tag));
  const further = (await listTags(tx.read, otherId)).filter(row => !tags.has(row.tag));
  await tx.updateMany('lead_tags', moved(further, survivorId));
  for (const { table, ids } of await listFollowing(tx.read, otherId))
    await tx.updateMany(
      table,
      moved(
        ids.map(id => ({ id })),
        survivorId,
      ),
    );
  await movePlaces(tx, survivorId, otherId);
  await settleCourses(tx, survivorId);
  await settleDeals(tx, survivorId);
}

const moved = (rows: readonly { id: number }[], leadId: number): { id: number; lead_id: number }[] =>
  rows.map(({ id }) => ({ id, lead_id: leadId }));

const samePoint = (a: Point, b: Point): boolean =>
  (a.kind === 'email') === (b.kind === 'email') &&
  a.ext === b.ext &&
  (a.key === '' ? a.value === b.value : a.key === b.key);

async function movePoints(
  tx: WriteTx,
  survivorId: number,
  otherId: number,
  shown: { email: string; phone: string },
): Promise<void> {
  const own = await listPoints(tx.read, survivorId);
  const further = (await listPoints(tx.read, otherId)).filter(point => !own.some(p => samePoint(p, point)));
  const isShown = ({ value }: Point): boolean => value === shown.email || value === shown.phone;
  const all = [...own, ...further];
  const order = [...all.filter(isShown), ...all.filter(point => !isShown(point))];
  await tx.updateMany(
    'contact_points',
    order.map(({ id }, position) => ({ id, lead_id: survivorId, position })),
    all,
  );
}

/** One affiliation per company: the survivor's is completed, a further company comes along. */
async function moveAffiliations(tx: WriteTx, survivorId: number, otherId: number): Promise<void> {
  const own = await listAffiliations(tx.read, survivorId);
  for (const row of await listAffiliations(tx.read, otherId)) {
    const known = own.find(a => companyStrictKey(a.company_name) === companyStrictKey(row.company_name));
    const patch: PatchOf<'affiliations'> = known
      ? {
          branch: known.branch || row.branch,
          department: known.department || row.department,
          title: known.title || row.title,
          from_on:
            known.from_on === null || (row.from_on !== null && row.from_on < known.from_on)
              ? row.from_on
              : known.from_on,
        }
      : { lead_id: survivorId };
    await tx.update('affiliations', known?.id ?? row.id, patch);
  }
}

/** A list that is not on paper yet names the person once; on paper both places stay, and both lead to the survivor. */
async function movePlaces(tx: WriteTx, survivorId: number, otherId: number): Promise<void> {
  const own = new Set((await listPlaces(tx.read, survivorId)).map(place => place.listId));
  for (const place of await listPlaces(tx.read, otherId))
    if (own.has(place.listId) && !place.isFixed) await tx.remove('call_list_rows', place.id);
    else await tx.update('call_list_rows', place.id, { lead_id: survivorId });
}

/** One sequence goes on, and none for somebody who opted out under any of their addresses. */
async function settleCourses(tx: WriteTx, leadId: number): Promise<void> {
  const courses = await listCourses(tx.read, leadId);
  const optedOut = (await optedOutLeads(tx.read, [leadId])).has(leadId);
  const running = courses.filter(course => course.status === 'active' || course.status === 'frozen');
  const stopped = optedOut ? running.map(course => course.id) : coursesToStop(courses);
  const reason = optedOut ? 'suppressed' : 'merged';
  for (const id of stopped) {
    await tx.update('enrollments', id, { status: 'stopped', stop_reason: reason });
    for (const mail of await listWaiting(tx.read, id))
      await tx.update('outbox', mail.id, { state: 'cancelled', reason, rev: mail.rev + 1 });
  }
}
