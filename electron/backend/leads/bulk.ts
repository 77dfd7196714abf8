import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import type { BulkAction, BulkCounts, BulkResult, Selection } from '#shared/contract/lead-bulk.ts';
import { assertNever } from '#shared/domain/base/assert.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { type BulkRow, listBulkRows, listIdsOfUids, listMatchingIds, listTagRows } from './bulk.repo.ts';
import { peopleOf } from './people.ts';
import { setOwners } from './owners.ts';
import { refreshLeads } from './refresh.ts';
import { moveToTrash, takeOutOfTrash } from './trash.ts';
import { findOwnerId } from './write.repo.ts';

type BulkInput = InputOf<'leads', 'bulk'>;

/** Leads changed between two looks at cancel and progress. */
const BATCH = 500;

/** Numbers of the selected leads, each once. */
export async function selectedIds(
  ctx: Pick<Context, 'now'>,
  db: ReadDb,
  selection: Selection,
): Promise<number[]> {
  if ('uids' in selection) return await listIdsOfUids(db, [...new Set(selection.uids)]);
  const ids = await listMatchingIds(db, { filter: selection.filter, today: dayOf(ctx.now()) });
  const except = new Set(await listIdsOfUids(db, selection.except));
  return ids.filter(id => !except.has(id));
}

interface Plan {
  readonly change: BulkRow[];
  readonly counts: BulkCounts;
  /** Companies that become of another kind. */
  readonly companyIds: number[];
  readonly ownerId: number | null;
}

async function planOf(ctx: Context, db: ReadDb, { selection, action }: BulkInput): Promise<Plan> {
  const rows = await listBulkRows(db, await selectedIds(ctx, db, selection));
  const ownerId = action.kind === 'owner' ? await ownerOf(db, action.ownerUid) : null;
  const tagged = await taggedBy(db, action, rows);
  const able = action.kind === 'companyKind' ? rows.filter(row => row.company_id !== null) : rows;
  const change = able.filter(row => !isSo(row, action, ownerId, tagged));
  const companyIds =
    action.kind === 'companyKind' ? [...new Set(change.map(row => row.company_id ?? 0))] : [];
  const unable = rows.length - able.length;
  const people = new Set(await peopleOf(db, companyIds));
  for (const row of change) people.delete(row.id);
  return {
    change,
    companyIds,
    ownerId,
    counts: {
      selected: rows.length,
      changes: change.length,
      already: able.length - change.length,
      cannot: unable > 0 ? [{ code: 'noCompany', count: unable }] : [],
      alongside: people.size,
    },
  };
}

async function ownerOf(db: ReadDb, uid: string | null): Promise<number | null> {
  if (uid === null) return null;
  const id = await findOwnerId(db, uid);
  if (id === undefined) throw new AppError('NOT_FOUND', { entity: 'member' });
  return id;
}

async function taggedBy(db: ReadDb, action: BulkAction, rows: readonly BulkRow[]): Promise<Set<number>> {
  if (action.kind !== 'addTag' && action.kind !== 'removeTag') return new Set();
  const ids = rows.map(row => row.id);
  return new Set((await listTagRows(db, ids, action.tag)).map(row => row.lead_id));
}

/** Whether the lead is already what the action would make it. */
function isSo(
  row: BulkRow,
  action: BulkAction,
  ownerId: number | null,
  tagged: ReadonlySet<number>,
): boolean {
  switch (action.kind) {
    case 'owner':
      return row.owner_id === ownerId;
    case 'addTag':
      return tagged.has(row.id);
    case 'removeTag':
      return !tagged.has(row.id);
    case 'doNotCall':
      return row.do_not_call === (action.on ? 1 : 0);
    case 'companyKind':
      return row.company_kind === action.companyKind;
    case 'trash':
      return row.trashed_at !== null;
    case 'restore':
      return row.trashed_at === null;
    default:
      return assertNever(action);
  }
}

/** What a bulk action would do; nothing is written. Throws NOT_FOUND for an unknown member. */
export const previewBulk = async (ctx: Context, input: BulkInput): Promise<BulkCounts> =>
  (await planOf(ctx, ctx.read, input)).counts;

/** Does it as a job, in one transaction: cancelled, nothing was written. */
export function runBulk(ctx: Context, input: BulkInput): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('leads.bulk', async job => await work(ctx, job, input));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function work(ctx: Context, job: JobHandle, input: BulkInput): Promise<BulkResult> {
  const operationUid = ctx.newId();
  const data: Record<string, unknown> = { action: input.action.kind };
  const counts = await ctx.write({ kind: 'leads.bulk', data, uid: operationUid }, async tx => {
    const plan = await planOf(ctx, tx.read, input);
    const fresh = input.action.kind === 'companyKind' ? await peopleOf(tx.read, plan.companyIds) : [];
    const total = plan.change.length + fresh.length;
    const pause = async (done: number): Promise<void> => {
      job.report({ phase: 'write', done, total });
      await job.checkpoint();
    };
    if (plan.companyIds.length > 0)
      await tx.updateMany(
        'companies',
        plan.companyIds.map(id => ({ id, ...kindPatch(input.action) })),
      );
    for (let done = 0; done < plan.change.length; done += BATCH) {
      await pause(done);
      await change(ctx, tx, plan.change.slice(done, done + BATCH), input.action, plan.ownerId);
    }
    for (let done = 0; done < fresh.length; done += BATCH) {
      await pause(plan.change.length + done);
      await refreshLeads(ctx, tx, fresh.slice(done, done + BATCH));
    }
    return plan.counts;
  });
  return { operationUid, ...counts };
}

const kindPatch = (action: BulkAction): { kind?: string } =>
  action.kind === 'companyKind' ? { kind: action.companyKind } : {};

/** One batch of leads that are not yet what the action makes them. */
async function change(
  ctx: Context,
  tx: WriteTx,
  rows: readonly BulkRow[],
  action: BulkAction,
  ownerId: number | null,
): Promise<void> {
  const ids = rows.map(row => row.id);
  switch (action.kind) {
    case 'owner':
      await setOwners(
        ctx,
        tx,
        rows.map(({ id, band }) => ({ id, ownerId, isHot: band === 'hot' })),
      );
      return;
    case 'addTag':
      await tx.insert(
        'lead_tags',
        ids.map(id => ({ uid: ctx.newId(), lead_id: id, tag: action.tag })),
      );
      return await refreshLeads(ctx, tx, ids);
    case 'removeTag':
      await tx.removeMany('lead_tags', await listTagRows(tx.read, ids, action.tag));
      return await refreshLeads(ctx, tx, ids);
    case 'doNotCall': {
      const flag = action.on ? 1 : 0;
      await tx.updateMany(
        'leads',
        ids.map(id => ({ id, do_not_call: flag, updated_at: tx.at }) as const),
      );
      return await refreshLeads(ctx, tx, ids);
    }
    case 'trash':
      await moveToTrash(tx, ids);
      return;
    case 'restore':
      await takeOutOfTrash(ctx, tx, ids);
      return;
    case 'companyKind':
      return;
    default:
      assertNever(action);
  }
}
