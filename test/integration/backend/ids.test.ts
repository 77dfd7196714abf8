import { expect, it } from 'vitest';
import { testBackend } from '#test/helpers/backend.ts';

it('ids sort in the order they were made, also within one millisecond', async () => {
  const t = await testBackend();
  try {
    const made = Array.from({ length: 20_000 }, () => t.backend.newId());
    t.clock.advance(1);
    made.push(t.backend.newId());
    expect(new Set(made).size).toBe(made.length);
    expect(made.toSorted()).toEqual(made);
    expect(made[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  } finally {
    await t.stop();
  }
});
