import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { JobHandle } from '#electron/backend/jobs.ts';
import { followLeads, followRescored, isBehind } from '#electron/backend/journey/follow.ts';
import { countLeads } from '#electron/backend/leads/count.ts';
import { rescore, type Rescored, type Scorer, scorerFor } from './rescore.ts';
import { listLeadIds, setRulesNumber } from './scoring.repo.ts';

/** Leads computed or written between two turns of the process. */
const BATCH = 500;
/** Changed leads kept computed; what does not fit is computed once more inside the write. */
const KEEP = 20_000;

/** Everybody computed beside what the store shows. */
export interface Staged {
  scorer: Scorer;
  /** Whose facts changed while the others were computed. */
  changedSince: ReadonlySet<number>;
  /** Leads with other points or another rank than now, or with something to tell about them. */
  changed: Rescored[];
  /** Changed leads beyond those kept. */
  overflow: number[];
  /** Leads of whom only the number of the rules changes. */
  renumbered: number[];
  seen: number;
  lastId: number;
}

/** Computes everybody from the reader, part by part; other work goes on meanwhile, and `job` can stop it. */
export async function stageAll(
  ctx: Context,
  job: JobHandle,
  scorer: Scorer,
  changedSince: ReadonlySet<number>,
): Promise<Staged> {
  const staged: Staged = {
    scorer,
    changedSince,
    changed: [],
    overflow: [],
    renumbered: [],
    seen: 0,
    lastId: 0,
  };
  const total = await countLeads(ctx.read);
  for (;;) {
    const ids = await listLeadIds(ctx.read, staged.lastId, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return staged;
    for (const lead of await rescore(ctx, ctx.read, ids, scorer)) sort(staged, lead);
    staged.seen += ids.length;
    staged.lastId = last;
    job.report({ phase: 'scoring', done: staged.seen, total });
    await job.checkpoint();
  }
}

function sort(staged: Staged, lead: Rescored): void {
  const { scorer } = staged;
  // Whether somebody must be asked to look at a lead may change with the rules alone.
  if (lead.unconfirmed === 'yes' || isBehind(lead, scorer)) {
    if (staged.changed.length < KEEP) staged.changed.push(lead);
    else staged.overflow.push(lead.row.id);
  } else if (lead.row.rules_n !== scorer.rules.n) staged.renumbered.push(lead.row.id);
}

/** Writes what was computed; whoever changed since, came since or did not fit is computed here. Returns how many differed. */
export async function settleAll(ctx: Context, tx: WriteTx, job: JobHandle, staged: Staged): Promise<number> {
  const { changedSince } = staged;
  const scorer = { ...staged.scorer, cal: (await scorerFor(tx.read, staged.scorer.on)).cal };
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
  await write(staged.renumbered.filter(holds), async part => {
    await setRulesNumber(tx, part, scorer.rules.n);
  });
  return changed;
}
