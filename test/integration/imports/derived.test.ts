import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listSearchTexts } from '#electron/backend/leads/search.repo.ts';
import { searchPieces } from '#electron/backend/leads/search.ts';
import { day, instant } from '#shared/domain/base/days.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile, laterCard } from '#test/helpers/card-file.ts';
import { storeDump } from '#test/helpers/store-dump.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
  await t.client.suppressions.add({ address: 'nobody@example.jp' });
  for (const [name, text] of Object.entries({
    old: cardFile(300, { today: day('2025-11-20') }).text,
    now: cardFile(600, { change: laterCard }).text,
  })) {
    const path = join(t.dir, `${name}.csv`);
    writeFileSync(path, text);
    const end = await finished(await t.client.imports.run({ file: { path } }));
    expect(end).toMatchObject({ state: 'done' });
  }
});
afterEach(async () => await t.stop());

it('ranks people while they are written as a full recompute would', async () => {
  const end = await finished(await t.client.scoring.recompute({}));
  expect(end.result).toMatchObject({ changed: 0 });
  const totals = await t.backend.keeper.store.read.selectFrom('leads').select('total').distinct().execute();
  expect(totals.length).toBeGreaterThan(2);
});

it('indexes people while they are written as making the index anew would', async () => {
  const before = storeDump(t.storePath);
  const { store } = t.backend.keeper;
  const ids = (await store.read.selectFrom('leads').select('id').execute()).map(row => row.id);
  await store.write(null, { uid: 'again', at: instant('2026-11-20T01:00:00Z'), memberId: null }, async tx => {
    for (const { leadId, texts } of await listSearchTexts(tx.read, ids))
      await tx.bulk.setSearch(leadId, searchPieces(texts));
  });
  expect(storeDump(t.storePath)).toEqual(before);
  expect(before['search']?.rows).toBeGreaterThan(10_000);
});
