import type { Instant } from '#shared/domain/base/days.ts';
import type { ReadDb } from './db/access.ts';
import type { Store } from './db/store.ts';
import type { OperationInfo, WriteTx } from './db/write-tx.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { HostPorts } from './ports.ts';
import type { StoreKeeper } from './store/keeper.ts';

/** The member who acts in this call. Call context, never input. */
export interface ActingMember {
  id: number;
  uid: string;
  name: string;
}

/** What every use case gets: the open store, time, ids, jobs, the host's ports, who acts, and whether the caller left. */
export interface Context {
  readonly ports: HostPorts;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly keeper: StoreKeeper;
  /** Throws what opening the store threw, or STORE_NOT_OPEN. */
  readonly store: Store;
  /** Reader: sees only commits. */
  readonly read: ReadDb;
  readonly member: ActingMember | null;
  /** Aborted when the caller goes away. Jobs do not stop for that. */
  readonly signal: AbortSignal | undefined;
  now(): Instant;
  newId(): string;
  /** One transaction; with an operation it is part of the history. See Store.write. */
  write<R>(operation: OperationInfo | null, work: (tx: WriteTx) => Promise<R>): Promise<R>;
}

/** The time on the clock, also while a missed day is handled at its own date; in practice the clock somebody moved. */
export const wallClock = ({ keeper, ports }: Pick<Context, 'keeper' | 'ports'>): Instant =>
  keeper.clockShift ?? ports.clock.now();
