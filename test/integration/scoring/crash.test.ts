import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { dosen } from '#test/helpers/cli.ts';
import { atProgress, killed } from '#test/helpers/killed.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const store = join(tempFolder(), 'team.db');
const save = [
  'scoring.saveRules',
  JSON.stringify({ rules: { ...defaultRules, caps: { fit: 10, engagement: 10 } } }),
];

function whole(): unknown {
  const raw = new BetterSqlite3(store, { readonly: true });
  const all = (sql: string) => raw.prepare(sql).all();
  const found = [
    raw.pragma('integrity_check', { simple: true }),
    all('select * from versions'),
    all('select * from leads order by id'),
    all('select id, kind, lead_id from events order by id'),
  ];
  raw.close();
  return found;
}

it('kill −9 in the middle of a save leaves the old rules everywhere', { timeout: 120_000 }, async () => {
  const made = await dosen(['store.create', JSON.stringify({ path: store, sample: 1500, seed: 5 })]);
  expect(made.code).toBe(0);
  const before = whole();
  for (const [phase, done] of [
    ['scoring', 500],
    ['scoring', 1000],
    ['write', 500],
  ] as const) {
    expect(await killed(store, save, atProgress(phase, done))).toBe(true);
    expect(whole()).toEqual(before);
  }
  const saved = await dosen(['--store', store, ...save]);
  expect(saved.code).toBe(0);
  expect(whole()).not.toEqual(before);
});
