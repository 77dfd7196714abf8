import type { Context } from '#electron/backend/context.ts';
import type { OperationInfo, WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { followLeads, followRescored } from '#electron/backend/journey/follow.ts';
import { countLeads } from '#electron/backend/leads/count.ts';
import { calendar, scoringRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion, addVersion, newestVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { rescore, type Rescored, type Scorer, today } from './rescore.ts';
import { listLeadIds, setRulesNumber } from './scoring.repo.ts';
import { startNoting, stopNoting } from './swap-watch.ts';

export const SAVE_RULES = 'scoring.saveRules';

/** Leads computed or written between two turns of the process. */
const BATCH = 500;
/** Changed leads kept computed; what does not fit is computed once more inside the write. */
const KEEP = 20_000;

export interface SavedRules {
  n: number;
  scored: number;
  changed: number;
  operationUid: string;
}

/** Makes rules the ones in force, as a job; see `swapRules`. */
export function saveRules(
  ctx: Context,
  input: InputOf<'scoring', 'saveRules'>,
): AsyncGenerator<JobEvent, void, void> {
  const { rules, note } = input;
  const jobUid = ctx.jobs.start(SAVE_RULES, async job => {
    const operation = { kind: SAVE_RULES, data: { note }, uid: ctx.newId() };
    return await swapRules(ctx, job, { rules, note, operation });
  });
  return ctx.jobs.watch(jobUid, ctx.signal);
}

export interface Swap {
  rules: ScoringRules;
  note: string;
  operation: OperationInfo & { uid: string };
  /** What belongs into the same write. */
  also?: (tx: WriteTx) => Promise<void>;
}

/**
 * Computes everybody under the new rules from the reader, while other work goes on, and then changes rules and scores in one
 * write, which does anew only those whose facts changed meanwhile. Until that write has ended the old rules hold everywhere;
 * cancelled or killed before, nothing is written.
 */
export async function swapRules(ctx: Context, job: JobHandle, swap: Swap): Promise<SavedRules> {
  const { store } = ctx;
  const changedSince = startNoting(store);
  try {
    const staged = await stage(ctx, job, swap.rules);
    const data = { ...swap.operation.data, n: staged.scorer.rules.n };
    return await ctx.write({ ...swap.operation, data }, async tx => {
      const n = await addVersion(tx, scoringRules, swap.rules, { note: swap.note });
      if (n !== staged.scorer.rules.n || today(ctx) !== staged.scorer.on)
        throw new AppError('JOB_CANCELLED', {});
      const cal = (await activeVersion(tx.read, calendar, staged.scorer.on)).data;
      const changed = await settle(ctx, tx, job, staged, { ...staged.scorer, cal }, changedSince);
      await swap.also?.(tx);
      return { n, scored: staged.seen, changed, operationUid: swap.operation.uid };
    });
  } finally {
    stopNoting(store);
  }
}

interface Staged {
  scorer: Scorer;
  /** Leads with other points or another rank than now, or with something to tell about them. */
  changed: Rescored[];
  /** Changed leads beyond those kept. */
  overflow: number[];
  unchanged: number[];
  seen: number;
  lastId: number;
}

async function stage(ctx: Context, job: JobHandle, rules: ScoringRules): Promise<Staged> {
  const on = today(ctx);
  const { n } = await newestVersion(ctx.read, scoringRules);
  const cal = (await activeVersion(ctx.read, calendar, on)).data;
  const scorer: Scorer = { rules: { n: n + 1, key: 'main', data: rules, activeFromOn: on }, cal, on };
  const staged: Staged = { scorer, changed: [], overflow: [], unchanged: [], seen: 0, lastId: 0 };
  const total = await countLeads(ctx.read);
  for (;;) {
    const ids = await listLeadIds(ctx.read, staged.lastId, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return staged;
    for (const lead of await rescore(ctx, ctx.read, ids, scorer)) {
      if (!differs(lead)) staged.unchanged.push(lead.row.id);
      else if (staged.changed.length < KEEP) staged.changed.push(lead);
      else staged.overflow.push(lead.row.id);
    }
    staged.seen += ids.length;
    staged.lastId = last;
    job.report({ phase: 'scoring', done: staged.seen, total });
    await job.checkpoint();
  }
}

function differs({ row, score, unconfirmed }: Rescored): boolean {
  const { scored_on: _on, rules_n: _n, ...rest } = score;
  // Whether somebody must be asked to look at a lead may change with the rules alone.
  if (row.scored_on === null || unconfirmed === 'yes') return true;
  return (Object.keys(rest) as (keyof typeof rest)[]).some(key => row[key] !== rest[key]);
}

/** Writes what was computed; whoever changed since, came since or did not fit is computed here. Returns how many differed. */
async function settle(
  ctx: Context,
  tx: WriteTx,
  job: JobHandle,
  staged: Staged,
  scorer: Scorer,
  changedSince: ReadonlySet<number>,
): Promise<number> {
  const present = new Set(await listLeadIds(tx.read, 0, Number.MAX_SAFE_INTEGER));
  const holds = (id: number): boolean => present.has(id) && !changedSince.has(id);
  const anew = [...staged.overflow, ...changedSince].filter(id => present.has(id) && id <= staged.lastId);
  const fresh = await listLeadIds(tx.read, staged.lastId, Number.MAX_SAFE_INTEGER);
  let done = 0;
  const write = async <T>(all: readonly T[], work: (part: T[]) => Promise<void>): Promise<void> => {
    for (let i = 0; i < all.length; i += BATCH) {
      const part = all.slice(i, i + BATCH);
      await work(part);
      done += part.length;
      job.report({ phase: 'write', done, total: present.size });
      await job.checkpoint();
    }
  };
  let changed = 0;
  const kept = staged.changed.filter(lead => holds(lead.row.id));
  await write(kept, async part => {
    changed += await followRescored(ctx, tx, part, scorer);
  });
  await write([...new Set([...anew, ...fresh])], async part => {
    changed += await followLeads(ctx, tx, part, scorer);
  });
  await write(staged.unchanged.filter(holds), async part => {
    await setRulesNumber(tx, part, scorer.rules.n);
  });
  return changed;
}
