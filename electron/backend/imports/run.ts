import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import type { CardOrigin } from '#electron/backend/leads/write-cards.ts';
import type { ImportSummary } from '#shared/contract/imports.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import type { ReadRow } from '#shared/domain/imports/plan.ts';
import { countRows, type Counts, type Resolution, type Touched } from '#shared/domain/imports/resolve.ts';
import { type About, proposeAbout, settleAbout } from './about.ts';
import { findStamp, insertImport, insertImportRows } from './imports.repo.ts';
import { loadFormats, rememberFormat } from './mappings.ts';
import {
  type CardOwners,
  loadTeam,
  namedOwners,
  ownerFinder,
  proposeCardOwners,
  rememberCardOwners,
  settleCardOwners,
} from './owners.ts';
import { answersOf, planImport } from './plan-import.ts';
import { describe } from './preview.ts';
import { readFileBytes } from './read-file.ts';
import { type FileReading, needNames, readAll, understand } from './reading.ts';
import { keptReading } from './stored-reading.ts';
import { reasonText, writeRows } from './write-rows.ts';

type RunInput = InputOf<'imports', 'run'>;

/** Imports a file as a job: all of it in one transaction, or nothing. Cancelled: nothing was written. */
export function runImport(ctx: Context, input: RunInput): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('imports.run', async job => await work(ctx, job, input));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

async function work(ctx: Context, job: JobHandle, input: RunInput): Promise<ImportSummary> {
  const today = dayOf(ctx.now());
  job.report({ phase: 'read', done: 0, total: 0 });
  const bytes = await readFileBytes(ctx.ports.files, input.file);
  await job.checkpoint();
  const reading = understand(bytes, input.reading, today, await loadFormats(ctx.read));
  needNames(reading);
  const total = reading.rows.end - reading.rows.first;
  const pause = (phase: string, of: number) => async (done: number) => {
    job.report({ phase, done, total: of });
    await job.checkpoint();
  };
  const rows = await readAll(reading.rows, pause('clean', total));
  const team = await loadTeam(ctx);
  const about = settleAbout(proposeAbout(reading, rows, today, team), input.about);
  const owners = settleCardOwners(proposeCardOwners(rows, team), input.about.cardOwners);
  const answers = answersOf(input.answers);
  await pause('match', total)(0);
  const stamp = await findStamp(ctx.read);
  const breathe = async (): Promise<void> => await job.checkpoint();
  const early = await planImport(ctx.read, rows, today, { answers, breathe });
  await pause('write', early.people.length)(0);
  const uids = { importUid: ctx.newId(), operationUid: ctx.newId() };
  const data = { fileName: bytes.name, importUid: uids.importUid };
  const counts = await ctx.write({ kind: 'imports.run', data, uid: uids.operationUid }, async tx => {
    // The operation of this very write is the only thing that may have come since.
    const current = (await findStamp(ctx.read)) === stamp;
    const plan = current ? early : await planImport(tx.read, rows, today, { answers, breathe });
    const origin = await originOf(ctx, about, today, plan.people, owners);
    await rememberFormat(tx, reading, about, input.reading, isTouched(input));
    await rememberCardOwners(tx, team, owners);
    return await store(ctx, tx, { reading, rows, plan, about, origin, importUid: uids.importUid, pause });
  });
  await ctx.ports.files.done(input.file);
  return {
    uid: uids.importUid,
    operationUid: uids.operationUid,
    fileName: bytes.name,
    finishedAt: ctx.now(),
    channel: about.channel,
    eventName: about.eventName,
    metOn: about.metOn,
    counts,
    undone: false,
  };
}

/** What the people of an import share, and who gets each of `people` who is new. Throws NOT_FOUND for an unknown member. */
export async function originOf(
  ctx: Context,
  about: About,
  today: Day,
  people: readonly Touched[],
  named?: CardOwners,
): Promise<Omit<CardOrigin, 'importId'>> {
  const team = await loadTeam(ctx);
  const ownerOf = ownerFinder(people, about.owner, named ?? namedOwners(team), team);
  const { channel, eventName, consentBasis, metOn } = about;
  return { channel, eventName, consentBasis, metOn: metOn ?? today, ownerOf, source: 'import' };
}

/** True when a person changed anything of how the file is read or what is said about it. */
const isTouched = ({ reading, about }: RunInput): boolean =>
  [reading, about].some(choices => Object.values(choices).some(choice => choice !== undefined));

interface Job {
  reading: FileReading;
  rows: readonly ReadRow[];
  plan: Resolution;
  about: About;
  origin: Omit<CardOrigin, 'importId'>;
  importUid: string;
  pause(phase: string, total: number): (done: number) => Promise<void>;
}

async function store(ctx: Context, tx: WriteTx, job: Job): Promise<Counts> {
  const { plan, origin } = job;
  const counts = countRows(plan.rows);
  const importId = await insertImport(tx, importRow(tx, job, counts));
  const writing = job.pause('write', plan.people.length);
  const ids = await writeRows(ctx, tx, job, { ...origin, importId }, writing);
  await storeRows(ctx, tx, job, importId, ids);
  return counts;
}

/** Rows stored between two turns of the process. */
const BATCH = 500;

/** Keeps every row of the file with what became of it. */
async function storeRows(
  ctx: Context,
  tx: WriteTx,
  { plan, reading: { table } }: Job,
  importId: number,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const indexOf = new Map(table.lines.map((line, i) => [line, i]));
  for (let i = 0; i < plan.rows.length; i += BATCH) {
    const batch = plan.rows.slice(i, i + BATCH);
    await insertImportRows(
      tx,
      batch.map(row => ({
        import_id: importId,
        line: row.line,
        raw: JSON.stringify(table.rows[indexOf.get(row.line) ?? -1] ?? []),
        outcome: row.outcome,
        reason: reasonText(row, ids),
        lead_id: row.uid === null ? null : (ids.get(row.uid) ?? null),
        uid: waits(row) ? ctx.newId() : null,
      })),
    );
    await tx.breathe();
  }
}

/** Rows somebody may still decide about; an empty one is none. */
const waits = (row: Resolution['rows'][number]): boolean =>
  row.outcome === 'setAside' ||
  row.outcome === 'asked' ||
  (row.outcome === 'blank' && row.reason !== 'empty');

function importRow(
  tx: WriteTx,
  { reading, about, importUid }: Job,
  counts: Counts,
): Parameters<typeof insertImport>[1] {
  const { file, ...how } = describe(reading);
  return {
    uid: importUid,
    operation_id: tx.operationId,
    file_name: file.name,
    file_sha256: file.sha256,
    file_size: file.size,
    reading: JSON.stringify({ ...how, fields: undefined, ...keptReading(reading, about) }),
    channel: about.channel,
    event_name: about.eventName,
    consent_basis: about.consentBasis,
    met_on: about.metOn,
    rows_read: counts.read,
    rows_new: counts.new,
    rows_filled: counts.filled,
    rows_updated: counts.updated,
    rows_asked: counts.asked,
    rows_set_aside: counts.setAside,
    rows_blank: counts.blank,
    rows_unchanged: counts.unchanged,
    finished_at: tx.at,
  };
}
