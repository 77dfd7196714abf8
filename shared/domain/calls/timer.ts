/** A running call, in milliseconds of any steady clock. */
export interface CallTimer {
  /** Null while it stands. */
  readonly startedMs: number | null;
  /** What it counted before it was last started. */
  readonly keptMs: number;
  /** When a key was last pressed, or the pointer. */
  readonly activeMs: number;
}

export const stoppedTimer: CallTimer = { startedMs: null, keptMs: 0, activeMs: 0 };

/** Nobody talks for so long without touching anything: the timer was forgotten. */
const IDLE_MS = 20 * 60_000;

const runningMs = ({ startedMs }: CallTimer, nowMs: number): number =>
  startedMs === null ? 0 : nowMs - startedMs;

/** What the timer shows and a result keeps, in whole seconds. */
export const secondsOf = (timer: CallTimer, nowMs: number): number =>
  Math.floor((timer.keptMs + runningMs(timer, nowMs)) / 1000);

export const isIdle = (timer: CallTimer, nowMs: number): boolean =>
  timer.startedMs !== null && nowMs - timer.activeMs > IDLE_MS;

/** Starts a timer that stands and stops one that runs. */
export const toggled = (timer: CallTimer, nowMs: number): CallTimer =>
  timer.startedMs === null
    ? { startedMs: nowMs, keptMs: timer.keptMs, activeMs: nowMs }
    : { startedMs: null, keptMs: timer.keptMs + runningMs(timer, nowMs), activeMs: nowMs };

/** Counts only up to when something was last touched. */
export const cutToActive = (timer: CallTimer): CallTimer => ({
  ...timer,
  startedMs: null,
  keptMs: timer.keptMs + Math.max(0, runningMs(timer, timer.activeMs)),
});

/** A time said by the caller, who forgot to start it or to stop it: whole minutes. */
export const minutesSaid = (minutes: number): CallTimer => ({ ...stoppedTimer, keptMs: minutes * 60_000 });
