import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { type Instant, toMs } from '#shared/domain/base/days.ts';
import { type Context, wallClock } from './context.ts';
import type { Store } from './db/store.ts';
import { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { HostPorts } from './ports.ts';
import { findActing, teamOf } from './settings/members.ts';
import { StoreKeeper } from './store/keeper.ts';

export interface Backend {
  readonly ports: HostPorts;
  readonly log: Log;
  readonly keeper: StoreKeeper;
  readonly newId: () => string;
  /** The context of one call. Throws NOT_FOUND for an unknown member. */
  contextFor(member: string | undefined, signal?: AbortSignal, remembered?: string): Promise<Context>;
  /** Cancels jobs, finishes writes, closes the store. */
  stop(): Promise<void>;
}

/** Composition root: the same backend for every host. Opens no store by itself. */
export function createBackend(parts: { ports: HostPorts; log: Log; newId?: () => string }): Backend {
  const { ports, log } = parts;
  const now = (): Instant => wallClock({ keeper, ports });
  const newId = parts.newId ?? orderedIds(now);
  const keeper: StoreKeeper = new StoreKeeper({ dataFolder: ports.dataFolder, now });
  const jobs = new Jobs({ newId, log });
  keeper.prepare = async store => await firstRun(store, newId, now());
  return {
    ports,
    log,
    keeper,
    newId,
    async contextFor(member, signal, remembered) {
      const acting = keeper.isOpen ? await findActing(keeper.store, member, remembered) : undefined;
      return {
        ports,
        log,
        jobs,
        keeper,
        signal,
        now,
        newId,
        member: acting ? { id: acting.id, uid: acting.member.uid, name: acting.member.name } : null,
        get store() {
          return keeper.store;
        },
        get read() {
          return keeper.store.read;
        },
        write: async (operation, work) =>
          await keeper.store.write(
            operation,
            { uid: newId(), at: now(), memberId: acting?.id ?? null },
            work,
          ),
      };
    },
    async stop() {
      await jobs.stop();
      await keeper.close();
    },
  };
}

/** Ids that sort in the order they were made, within a millisecond too: a counter follows the time (RFC 9562, 6.2). */
function orderedIds(now: () => Instant): () => string {
  const randomness = pooledRandomness();
  let [last, seq] = [-1, 0];
  return () => {
    const msecs = toMs(now());
    const random = randomness();
    // A start with its highest bit clear leaves the counter room for two thousand million ids of one millisecond.
    seq = msecs === last ? seq + 1 : new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1;
    last = msecs;
    return v7({ msecs, random, seq });
  };
}

const RANDOM_BYTES = 16;
const POOL_BYTES = RANDOM_BYTES * 1024;

/** Sixteen random bytes a call, fetched from the system a thousand at a time: an import needs 100,000 ids. */
function pooledRandomness(): () => Uint8Array {
  let pool = new Uint8Array();
  let used = 0;
  return () => {
    if (used >= pool.length) {
      pool = randomBytes(POOL_BYTES);
      used = 0;
    }
    used += RANDOM_BYTES;
    return pool.subarray(used - RANDOM_BYTES, used);
  };
}

/** A new store asks nothing: one nameless member with every role, shown as 自分. */
async function firstRun(store: Store, newId: () => string, at: Instant): Promise<void> {
  if ((await teamOf(store)).length > 0) return;
  await store.write(null, { uid: newId(), at, memberId: null }, async tx => {
    const roles = JSON.stringify(['manager', 'marketing', 'inside', 'field']);
    await tx.insert('members', [{ uid: newId(), name: '', roles, active: 1 }]);
  });
}
