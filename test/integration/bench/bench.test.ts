import { afterAll, expect, it } from 'vitest';
import { callListBench } from '#test/bench/call-list.ts';
import { cleanUp } from '#test/bench/stores.ts';

afterAll(cleanUp);

it('a bench makes its store, and both sides of it come to the same rows', async () => {
  const bench = await callListBench(2000, 2);
  expect(bench.name).toBe('list of 400 from 2000');
  expect(await bench.product()).toBeGreaterThan(0);
  expect(await bench.floor()).toBeGreaterThan(0);
});
