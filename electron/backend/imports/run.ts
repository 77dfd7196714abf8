import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import type { PartsOf } from '#electron/backend/leads/companies.ts';
import { writeParts } from '#electron/backend/leads/write-cards.ts';
import type { CardOrigin } from '#electron/backend/leads/card-origin.ts';
import type { ImportSummary } from '#shared/contract/imports.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import { inTurns } from '#shared/domain/base/steps.ts';
import { countRows, type Counts, type RowResult, type Touched } from '#shared/domain/imports/resolve.ts';
import { type About, proposeAbout, settleAbout } from './about.ts';
import { collectEarly } from './collect-early.ts';
import { readFileRows, type Sizes, SIZES } from './file-rows.ts';
import { findStamp, insertImport, insertImportRows, setCounts } from './imports.repo.ts';
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
import { type PlacedPeople, placedPeople } from './placed-people.ts';
import { answersOf, placeImport } from './plan-import.ts';
import { describe } from './preview.ts';
import { readFileBytes } from './read-file.ts';
import { type FileReading, needNames, understandSteps } from './reading.ts';
import { keptReading } from './stored-reading.ts';
import { noteRows, reasonText } from './write-rows.ts';

type RunInput = InputOf<'imports', 'run'>;

/**
 * Imports a file as a job: all of it in one transaction, or nothing. Cancelled: nothing was written. `sizes`: how much of a
 * file is held at once; changes nothing else.
 */
export function runImport(
  ctx: Context,
  input: RunInput,
  sizes: Sizes = SIZES,
): AsyncGenerator<JobEvent, void, void> {
  const jobUid = ctx.jobs.start('imports.run', async job => await importFile(ctx, job, input, sizes));
  return ctx.jobs.watch(jobUid, ctx.signal);
}

/** The work of `runImport`, within a job. */
export async function importFile(
  ctx: Context,
  job: JobHandle,
  input: RunInput,
  sizes: Sizes = SIZES,
): Promise<ImportSummary> {
  collectEarly(true);
  try {
    return await work(ctx, job, input, sizes);
  } finally {
    collectEarly(false);
  }
}

async function work(ctx: Context, job: JobHandle, input: RunInput, sizes: Sizes): Promise<ImportSummary> {
  const today = dayOf(ctx.now());
  const pause: Pause = of => async (phase, done) => {
    job.report({ phase, done, total: of });
    await job.checkpoint();
  };
  const { placing, ...given } = await readGiven(ctx, job, input, sizes.kept);
  const { reading, rows, team, about, owners, optedOut } = given;
  await pause(rows.length)('match', 0);
  const stamp = await findStamp(ctx.read);
  const breathe = async (): Promise<void> => await job.checkpoint();
  const answers = answersOf(input.answers);
  const early = await placeImport(ctx.read, placing.keys, { answers, breathe, isFile: true });
  await pause(rows.length)('write', 0);
  const uids = { importUid: ctx.newId(), operationUid: ctx.newId() };
  const data = { fileName: reading.file.name, importUid: uids.importUid };
  const counts = await ctx.write({ kind: 'imports.run', data, uid: uids.operationUid }, async tx => {
    // The operation of this very write is the only thing that may have come since.
    const current = (await findStamp(ctx.read)) === stamp;
    const placements = current
      ? early
      : await placeImport(tx.read, placing.keys, { answers, breathe, isFile: true });
    placing.keys = [];
    const people = placedPeople(tx, { rows, placements, on: today, breathe }, sizes.window);
    const origin = await originOf(ctx, about, today, people.people(), owners);
    await rememberFormat(tx, reading, about, input.reading, isTouched(input));
    await rememberCardOwners(tx, team, owners);
    return await store(ctx, tx, {
      reading,
      people,
      about,
      origin,
      optedOut,
      importUid: uids.importUid,
      pause,
    });
  });
  await ctx.ports.files.done(input.file);
  return {
    uid: uids.importUid,
    operationUid: uids.operationUid,
    fileName: reading.file.name,
    finishedAt: ctx.now(),
    channel: about.channel,
    eventName: about.eventName,
    metOn: about.metOn,
    counts,
    undone: false,
  };
}

/** Reports a phase of so many things, and stops when the job was cancelled. */
type Pause = (total: number) => (phase: string, done: number) => Promise<void>;

/** The file, read and cleaned, and what holds for all of it. What only this takes is gone when it returns. */
async function readGiven(ctx: Context, job: JobHandle, input: RunInput, kept: number) {
  const today = dayOf(ctx.now());
  job.report({ phase: 'read', done: 0, total: 0 });
  const bytes = await readFileBytes(ctx.ports.files, input.file);
  await job.checkpoint();
  const steps = understandSteps(bytes, input.reading, today, await loadFormats(ctx.read));
  const reading = await inTurns(steps, async () => await job.checkpoint());
  needNames(reading);
  const total = reading.rows.end - reading.rows.first;
  collectEarly(total > kept);
  const { rows, keys, facts } = await readFileRows(reading.rows, kept, async done => {
    job.report({ phase: 'clean', done, total });
    await job.checkpoint();
  });
  const team = await loadTeam(ctx);
  const about = settleAbout(proposeAbout(reading, facts.cards, today, team), input.about);
  const owners = settleCardOwners(proposeCardOwners(facts.cards, team), input.about.cardOwners);
  return { reading, rows, placing: { keys }, team, about, owners, optedOut: facts.optedOut };
}

/** What the people of an import share, and who gets each of `people` who is new. Throws NOT_FOUND for an unknown member. */
export async function originOf(
  ctx: Context,
  about: About,
  today: Day,
  people: PartsOf<Touched>,
  named?: CardOwners,
): Promise<Omit<CardOrigin, 'importId'>> {
  const team = await loadTeam(ctx);
  const ownerOf = await ownerFinder(people, about.owner, named ?? namedOwners(team), team);
  const { channel, eventName, consentBasis, metOn } = about;
  return { channel, eventName, consentBasis, metOn: metOn ?? today, ownerOf, source: 'import' };
}

/** True when a person changed anything of how the file is read or what is said about it. */
const isTouched = ({ reading, about }: RunInput): boolean =>
  [reading, about].some(choices => Object.values(choices).some(choice => choice !== undefined));

interface Job {
  reading: FileReading;
  people: PlacedPeople;
  about: About;
  origin: Omit<CardOrigin, 'importId'>;
  optedOut: readonly string[];
  importUid: string;
  pause: Pause;
}

async function store(ctx: Context, tx: WriteTx, job: Job): Promise<Counts> {
  const { people, origin, optedOut } = job;
  const importId = await insertImport(tx, importRow(tx, job, countRows([])));
  const report = job.pause(people.count);
  const ids = await writeParts(ctx, tx, people, { ...origin, importId }, async done => {
    await report('write', done);
  });
  await noteRows(ctx, tx, { rows: people.results, optedOut }, ids, importId);
  await storeRows(ctx, tx, job, importId, ids);
  const counts = countRows(people.results);
  await setCounts(tx, importId, countFields(counts));
  return counts;
}

/** Rows stored between two turns of the process. */
const BATCH = 500;

/** Keeps every row of the file with what became of it. */
async function storeRows(
  ctx: Context,
  tx: WriteTx,
  { people: { results }, reading: { table, rows } }: Job,
  importId: number,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  for (let i = 0; i < results.length; i += BATCH) {
    const batch = results.slice(i, i + BATCH);
    await insertImportRows(
      tx,
      batch.map((row, k) => ({
        import_id: importId,
        line: row.line,
        // What an erased person's card says is not kept either.
        raw: row.reason === 'erased' ? '[]' : JSON.stringify(table.rows.at(rows.first + i + k) ?? []),
        outcome: row.outcome,
        reason: reasonText(row, ids),
        lead_id: row.uid === null ? null : (ids.get(row.uid) ?? null),
        uid: waits(row) ? ctx.newId() : null,
      })),
    );
    await tx.breathe();
  }
}

/** Rows somebody may still decide about; an empty one and an erased person's are none. */
const waits = (row: RowResult): boolean =>
  (row.outcome === 'setAside' && row.reason !== 'erased') ||
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
    ...countFields(counts),
    finished_at: tx.at,
  };
}

const countFields = (counts: Counts) => ({
  rows_read: counts.read,
  rows_new: counts.new,
  rows_filled: counts.filled,
  rows_updated: counts.updated,
  rows_asked: counts.asked,
  rows_set_aside: counts.setAside,
  rows_blank: counts.blank,
  rows_unchanged: counts.unchanged,
});
