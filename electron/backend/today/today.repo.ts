import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import { assertNever } from '#shared/domain/base/assert.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { type Bucket, KIND_BUCKETS, type Moment } from '#shared/domain/today/buckets.ts';

/** Whose work is asked for, and when. `ownerId` null: everybody's. */
export interface Asked extends Moment {
  readonly ownerId: number | null;
}

type Leads = SelectQueryBuilder<Schema, 'leads', object>;
type Expressions = ExpressionBuilder<Schema, 'leads'>;

/** People outside the trash: those of the asker, and those nobody has. */
function leadsOf(db: ReadDb, { ownerId }: Asked): Leads {
  const there = db.selectFrom('leads').where('leads.trashed_at', 'is', null) as unknown as Leads;
  if (ownerId === null) return there;
  return there.where(e => e.or([e('leads.owner_id', '=', ownerId), e('leads.owner_id', 'is', null)]));
}

/** The promise was for a day, or a time, that has passed. */
const isLate = (e: Expressions, { now, today }: Asked) =>
  e.and([
    e('leads.next_kind', '=', 'callback'),
    e('leads.next_on', '<=', today),
    e.or([
      e.and([e('leads.next_at', 'is', null), e('leads.next_on', '<', today)]),
      e.and([e('leads.next_at', 'is not', null), e('leads.next_at', '<', now)]),
    ]),
  ]);

/** A promise of first contact runs for this person; `awake`: and nobody has put it off. */
function hasClock(e: Expressions, { now }: Asked, which: 'awake' | 'any') {
  const running = e
    .selectFrom('sla_clocks')
    .select('sla_clocks.id')
    .whereRef('sla_clocks.lead_id', '=', 'leads.id')
    .where('sla_clocks.stopped_at', 'is', null)
    .where('sla_clocks.kind', '=', 'contact');
  return e.exists(
    which === 'any'
      ? running
      : running.where(c => c(c.fn.coalesce('sla_clocks.snoozed_until_at', c.val('')), '<=', now)),
  );
}

/** The leads of one bucket; `bucketOf` says the same of one lead. Those under a clock have a query of their own: `clocked`. */
function inBucket(db: ReadDb, bucket: Bucket, asked: Asked): Leads {
  const leads = leadsOf(db, asked);
  if (bucket === 'latePromise') return leads.where(e => isLate(e, asked));
  if (bucket === 'firstContact')
    return leads.where('leads.next_kind', '=', 'firstContact').where(e => e.not(hasClock(e, asked, 'any')));
  return ofKind(leads, bucket, asked).where(e => e.not(hasClock(e, asked, 'awake')));
}

function ofKind(leads: Leads, bucket: Exclude<Bucket, 'latePromise' | 'firstContact'>, asked: Asked): Leads {
  switch (bucket) {
    case 'todayPromise':
      return leads
        .where('leads.next_kind', '=', 'callback')
        .where('leads.next_on', '=', asked.today)
        .where(e => e.not(isLate(e, asked)));
    case 'handOver':
    case 'answer':
      return leads.where('leads.next_kind', '=', bucket);
    case 'retry':
    case 'send':
    case 'task':
      return leads
        .where('leads.next_kind', 'in', KIND_BUCKETS[bucket])
        .where('leads.next_on', '<=', asked.today);
    case 'cooling':
      return leads.where('leads.next_kind', '=', 'call').where('leads.cools_on', '<=', asked.nearUntil);
    case 'noNext':
      return leads.where('leads.next_kind', '=', 'none').where('leads.stage', '=', 'open');
    default:
      return assertNever(bucket);
  }
}

/** First contacts under a clock, each person once by the first one that runs, without those whose promise is late. */
function clocked(db: ReadDb, asked: Asked) {
  const { now, ownerId } = asked;
  const query = db
    .selectFrom('sla_clocks as clock')
    .innerJoin('leads', 'leads.id', 'clock.lead_id')
    .where('clock.stopped_at', 'is', null)
    .where('clock.kind', '=', 'contact')
    .where(e => e(e.fn.coalesce('clock.snoozed_until_at', e.val('')), '<=', now))
    .where('leads.trashed_at', 'is', null)
    .where(e => e.not(isLate(e as unknown as Expressions, asked)))
    .where(e =>
      e.not(
        e.exists(
          e
            .selectFrom('sla_clocks as earlier')
            .select('earlier.id')
            .whereRef('earlier.lead_id', '=', 'clock.lead_id')
            .whereRef('earlier.id', '<', 'clock.id')
            .where('earlier.stopped_at', 'is', null)
            .where('earlier.kind', '=', 'contact')
            .where(c => c(c.fn.coalesce('earlier.snoozed_until_at', c.val('')), '<=', now)),
        ),
      ),
    );
  if (ownerId === null) return query;
  return query.where(e => e.or([e('leads.owner_id', '=', ownerId), e('leads.owner_id', 'is', null)]));
}

/** Who is due, and under which clock; `reason`: the kind of event that made the person hot. */
export interface DueLead {
  readonly leadId: number;
  readonly clock: { readonly uid: string; readonly dueAt: Instant; readonly reason: string | null } | null;
}

async function listByDay(
  query: Leads,
  limit: number,
  by: 'next_on' | 'cools_on' = 'next_on',
): Promise<DueLead[]> {
  if (limit <= 0) return [];
  const rows = await query
    .select('leads.id')
    .orderBy(`leads.${by}`, o => o.asc().nullsLast())
    .orderBy('leads.next_at', o => o.asc().nullsLast())
    .orderBy('leads.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => ({ leadId: id, clock: null }));
}

/** One bucket, the most urgent first: clocks by their moment, everything else by its day. */
export async function listDue(db: ReadDb, bucket: Bucket, asked: Asked, limit: number): Promise<DueLead[]> {
  const clocks = bucket === 'firstContact' ? await listClocked(db, asked, limit) : [];
  const by = bucket === 'cooling' ? 'cools_on' : 'next_on';
  return [...clocks, ...(await listByDay(inBucket(db, bucket, asked), limit - clocks.length, by))];
}

async function listClocked(db: ReadDb, asked: Asked, limit: number): Promise<DueLead[]> {
  const rows = await clocked(db, asked)
    .leftJoin('alerts', 'alerts.entry_uid', 'clock.cause_uid')
    .select(['leads.id', 'clock.uid', 'clock.due_at', 'alerts.reason'])
    .orderBy('clock.due_at')
    .orderBy('clock.id')
    .limit(limit)
    .execute();
  return rows.map(({ id, uid, due_at, reason }) => ({ leadId: id, clock: { uid, dueAt: due_at, reason } }));
}

/** Counts by owner; null for those nobody has. */
export type ByOwner = ReadonlyMap<number | null, number>;

/** How many stand in a bucket. */
export async function countDue(db: ReadDb, bucket: Bucket, asked: Asked): Promise<ByOwner> {
  const plain = await inBucket(db, bucket, asked)
    .select(({ fn }) => ['leads.owner_id', fn.countAll<number>().as('n')])
    .groupBy('leads.owner_id')
    .execute();
  if (bucket !== 'firstContact') return byOwner(plain);
  const running = await clocked(db, asked)
    .select(({ fn }) => ['leads.owner_id', fn.countAll<number>().as('n')])
    .groupBy('leads.owner_id')
    .execute();
  return byOwner([...plain, ...running]);
}

function byOwner(rows: readonly { owner_id: number | null; n: number }[]): ByOwner {
  const counts = new Map<number | null, number>();
  for (const { owner_id, n } of rows) counts.set(owner_id, (counts.get(owner_id) ?? 0) + n);
  return counts;
}

/** Running promises of any kind whose time has passed. */
export async function countOverdue(db: ReadDb, now: Instant): Promise<ByOwner> {
  const rows = await db
    .selectFrom('sla_clocks')
    .innerJoin('leads', 'leads.id', 'sla_clocks.lead_id')
    .select(({ fn }) => ['leads.owner_id', fn.countAll<number>().as('n')])
    .where('sla_clocks.stopped_at', 'is', null)
    .where('sla_clocks.due_at', '<', now)
    .where('leads.trashed_at', 'is', null)
    .groupBy('leads.owner_id')
    .execute();
  return byOwner(rows);
}

const promisedLater = (db: ReadDb, asked: Asked): Leads =>
  leadsOf(db, asked).where('leads.next_kind', '=', 'callback').where('leads.next_on', '>', asked.today);

/** Promises of the days after today, soonest first. */
export const listComing = async (db: ReadDb, asked: Asked, limit: number): Promise<DueLead[]> =>
  await listByDay(promisedLater(db, asked), limit);

export async function countComing(db: ReadDb, asked: Asked): Promise<number> {
  const row = await promisedLater(db, asked)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** What a row of the queue shows of these leads. */
export const listShown = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('leads')
        .leftJoin('members', 'members.id', 'leads.owner_id')
        .select([
          'leads.id',
          'leads.uid',
          'leads.company_name',
          'leads.name',
          'leads.department',
          'leads.title',
          'leads.phone',
          'leads.band',
          'leads.total',
          'leads.stop',
          'leads.next_kind',
          'leads.next_on',
          'leads.next_at',
          'leads.next_reason',
          'leads.cools_on',
          'members.name as owner_name',
        ])
        .where('leads.id', 'in', chunk)
        .execute(),
  );
export type ShownLead = Awaited<ReturnType<typeof listShown>>[number];
