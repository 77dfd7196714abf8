import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { OUTCOMES } from '#shared/domain/imports/plan.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

const FOLDER = new URL('../../fixtures/cards/', import.meta.url).pathname;

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

async function run(name: string): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run({ file: { path: FOLDER + name } }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}

it.each(readdirSync(FOLDER))(
  '%s: every row is accounted for, and a second import adds nobody',
  async name => {
    const { counts } = await run(name);
    expect(OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(counts.read);
    expect(counts.new).toBeGreaterThan(0);
    const { total } = await t.client.leads.list({});
    const again = await run(name);
    expect(again.counts).toMatchObject({ new: 0, updated: 0 });
    expect((await t.client.leads.list({})).total).toBe(total);
  },
);

it('all of them into one store: the people of one file stay the people of that file', async () => {
  const names = readdirSync(FOLDER);
  for (const name of names) await run(name);
  const { total } = await t.client.leads.list({});
  for (const name of names.toReversed()) expect((await run(name)).counts.new).toBe(0);
  expect((await t.client.leads.list({})).total).toBe(total);
  const { rows } = await t.client.leads.list({ limit: 500 });
  const text = JSON.stringify(
    await Promise.all(rows.map(async ({ uid }) => await t.client.leads.get({ uid }))),
  );
  // Homes in the fixtures carry nines.
  expect(text).not.toMatch(/9999|自宅町|Home St|home\.example/);
});
