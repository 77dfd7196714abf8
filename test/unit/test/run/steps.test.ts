import { describe, expect, it, vi } from 'vitest';
import { type Outcome, runSteps, type Step, summarise, total } from '#test/run/steps.ts';

vi.spyOn(console, 'log').mockImplementation(() => undefined);

const node = (code: string): Step['run'] => [process.execPath, '-e', code];
const ok: Step = { name: 'ok', run: node('0'), limit: 20 };
const broken: Step = { name: 'broken', run: node('process.exit(3)'), limit: 20 };

describe('a run of steps', () => {
  it('is green when every step is, and stops at the first red one', async () => {
    const steps = [ok, broken, ok];
    const outcomes = await runSteps(steps);
    expect(outcomes.map(outcome => outcome.green)).toEqual([true, false]);
    expect(summarise('x', steps, outcomes)).toBe(false);
    expect(summarise('x', [ok], await runSteps([ok]))).toBe(true);
    expect(await runSteps(steps, true)).toHaveLength(3);
  });

  it('counts a step over its time limit, one that throws and a missing program as red', async () => {
    const slow: Step = { name: 'slow', run: node('setTimeout(() => 0, 60_000)'), limit: 0.2 };
    const throws: Step = { name: 'throws', run: () => Promise.reject(new Error('no')), limit: 1 };
    const missing: Step = { name: 'missing', run: ['no-such-program-anywhere'], limit: 5 };
    for (const step of [slow, throws, missing]) expect((await runSteps([step]))[0]?.green).toBe(false);
  });

  it('counts a test run without a test, or without figures, as red', async () => {
    const none: Step = { ...ok, tally: () => ({ passed: 0, failed: 0, skipped: 4 }) };
    const noFigures: Step = {
      ...ok,
      tally: () => {
        throw new Error('no report');
      },
    };
    const red: Step = { ...ok, tally: () => ({ passed: 5, failed: 1, skipped: 0 }) };
    for (const step of [none, noFigures, red]) expect((await runSteps([step]))[0]?.green).toBe(false);
  });

  it('sums the figures, and a red step without a failed test is one failure', () => {
    const tally = { passed: 2, failed: 0, skipped: 1 };
    const outcomes: Outcome[] = [
      { name: 'lint', green: false, ms: 1 },
      { name: 'unit', green: true, ms: 1, tally },
      { name: 'e2e', green: false, ms: 1, tally: { passed: 1, failed: 3, skipped: 0 } },
    ];
    expect(total(outcomes)).toEqual({ passed: 3, failed: 4, skipped: 1 });
  });
});
