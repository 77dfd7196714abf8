import { isAttempt } from '#shared/domain/journey/course.ts';
import { type Touchable, touchOf } from '#shared/domain/journey/touch.ts';
import { type Count, type Estimate, wilson } from '#shared/domain/insights/proportions.ts';

/** The article's rule of thumb: an appointment comes within so many touches. */
const FEW_TOUCHES = 3;

/** How many touches (接触) or attempts (試行) the appointments of a team took. */
export interface TouchSummary {
  readonly n: number;
  readonly median: number | null;
  readonly mean: number | null;
  /** Share of appointments that took three or fewer, with its Wilson 95 % interval; null without any. */
  readonly few: Count & { readonly estimate: Estimate | null };
}

function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Summary of the touches each appointment took (reference ux §3.3). */
export function summaryOf(touches: readonly number[]): TouchSummary {
  const n = touches.length;
  const few = { x: touches.filter(count => count <= FEW_TOUCHES).length, n };
  return {
    n,
    median: median(touches.toSorted((a, b) => a - b)),
    mean: n === 0 ? null : touches.reduce((sum, count) => sum + count, 0) / n,
    few: { ...few, estimate: wilson(few) },
  };
}

/** One attempt and what came of it: how many people were tried that often, and how many appointments it made. */
export interface AttemptYield {
  readonly attempt: number;
  readonly reached: number;
  readonly appointed: number;
  /** appointed / reached */
  readonly hazard: number;
  /** Share with an appointment by then, as if those no longer tried were like the others. */
  readonly cumulative: number;
}

/** What each attempt yields, of people tried at least that often; those dropped count as long as they were tried. */
export function attemptYields(counts: readonly { reached: number; appointed: number }[]): AttemptYield[] {
  let without = 1;
  return counts.map(({ reached, appointed }, i) => {
    const hazard = reached === 0 ? 0 : appointed / reached;
    without *= 1 - hazard;
    return { attempt: i + 1, reached, appointed, hazard, cumulative: 1 - without };
  });
}

/** Share of all appointments that the first `attempts` attempts made; null without any. */
export function shareBy(yields: readonly AttemptYield[], attempts: number): Count | null {
  const sum = (rows: readonly AttemptYield[]): number => rows.reduce((all, row) => all + row.appointed, 0);
  const n = sum(yields);
  return n === 0 ? null : { x: sum(yields.slice(0, attempts)), n };
}

/** How often somebody was tried and touched until the appointment, or so far. */
export interface Pursuit {
  readonly attempts: number;
  readonly touches: number;
  readonly appointed: boolean;
}

/**
 * Reads a history, oldest first, up to the first appointment. Who made one was in touch at least then, however it was
 * written down.
 */
export function pursuitOf(events: readonly Touchable[]): Pursuit {
  const made = events.findIndex(({ kind }) => kind === 'appointment.made');
  const until = made < 0 ? events : events.slice(0, made);
  const touches = until.filter(event => touchOf(event) === 'contact').length;
  return {
    attempts: until.filter(isAttempt).length,
    touches: made < 0 ? touches : Math.max(1, touches),
    appointed: made >= 0,
  };
}

/** How many people were tried at least k times, and how many got their appointment at the k-th, for every k. */
export function countsByAttempt(pursuits: readonly Pursuit[]): { reached: number; appointed: number }[] {
  const most = pursuits.reduce((max, { attempts }) => Math.max(max, attempts), 0);
  const counts = Array.from({ length: most }, () => ({ reached: 0, appointed: 0 }));
  for (const { attempts, appointed } of pursuits) {
    for (const count of counts.slice(0, attempts)) count.reached++;
    const last = counts[attempts - 1];
    if (appointed && last) last.appointed++;
  }
  return counts;
}
