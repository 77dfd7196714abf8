/** Long work that pauses now and then; whoever drives it decides what happens in the pauses. */
export type Steps<R> = Generator<undefined, R, undefined>;

/** Things done between two pauses: a few milliseconds of work. */
const STEP = 200;

/** Does something with each item and pauses after every few hundred. */
export function* forEachInSteps<T>(items: Iterable<T>, work: (item: T, index: number) => void): Steps<void> {
  let done = 0;
  for (const item of items) {
    work(item, done++);
    if (done % STEP === 0) yield;
  }
}

/** Drives the work to its end without pausing. */
export function toEnd<R>(steps: Steps<R>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Drives the work to its end; `breathe` is awaited in every pause. */
export async function inTurns<R>(steps: Steps<R>, breathe: () => Promise<void>): Promise<R> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}
