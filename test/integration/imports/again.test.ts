import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seeded } from '#shared/domain/base/seeded.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import { utf16, utf8, utf8Bom } from '#test/helpers/identity/layouts.ts';
import { importFile, readStored } from '#test/helpers/identity/stored.ts';
import { identityWorld, shuffled, SMALL, type TrueFile } from '#test/helpers/identity/world.ts';
import { runs, seed } from '#test/helpers/runs.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

/** What every lead of the store says: equal before and after means that nothing changed. */
const everybody = (): string[] =>
  [...readStored(t.storePath).facts.values()].map(facts => facts.join('|')).sort();

type Cells = readonly (readonly string[])[];
const table = (file: TrueFile): Cells => [file.layout.header, ...file.rows.map(row => row.cells)];
const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const asText = (rows: Cells, cell: (text: string) => string, delimiter = ',', end = '\r\n'): string =>
  rows.map(row => row.map(cell).join(delimiter) + end).join('');

/** Excel opens a file and saves it: dates its own way, the first 0 of a bare number gone. */
const byExcel = (text: string): string =>
  text.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1/$2/$3').replace(/^0(\d{9,10})$/, '$1');

const WAYS: readonly (readonly [string, (file: TrueFile) => Uint8Array])[] = [
  ['as it is', file => file.bytes],
  ['as UTF-8', file => utf8(file.text)],
  ['as UTF-8 with a mark', file => utf8Bom(file.text)],
  ['as UTF-16', file => utf16(file.text)],
  ['as CP932, where it can be', file => (file.layout.habits.unicode ? file.bytes : cp932(file.text))],
  ['every cell quoted', file => utf8(asText(table(file), quote))],
  ['saved by Excel', file => utf8Bom(asText(table(file), text => quote(byExcel(text))))],
  ['with tabs', file => utf8(asText(table(file), quote, '\t', '\n'))],
  [
    'columns in another order',
    file => {
      const order = shuffled(
        seeded(seed()),
        file.layout.header.map((_, i) => i),
      );
      return utf8(
        asText(
          table(file).map(row => order.map(i => row[i] ?? '')),
          quote,
        ),
      );
    },
  ],
];

describe('files that come in a second time', () => {
  it('bring nobody new, however they were saved in between, also after undo', {
    timeout: 900_000,
  }, async () => {
    for (let n = seed(); n < seed() + runs(10); n++) {
      const world = identityWorld(n, { ...SMALL, files: 5 });
      const uids: string[] = [];
      for (const file of world.files) uids.push((await importFile(t, file)).uid);
      const before = everybody();
      for (const importUid of uids.toReversed()) await t.client.imports.undo({ importUid });
      expect(everybody()).toEqual([]);
      for (const file of world.files) await importFile(t, file);
      expect(everybody()).toEqual(before);
      for (const [way, saved] of WAYS)
        for (const file of world.files) {
          const { counts } = await importFile(t, { name: file.name, bytes: saved(file) });
          expect(counts, `seed ${n}: ${file.name} ${way}`).toMatchObject({
            read: file.rows.length,
            new: 0,
            asked: 0,
            updated: 0,
            setAside: 0,
            unchanged: file.rows.length,
          });
        }
      expect(everybody()).toEqual(before);
      await t.stop();
      t = await testBackend({ now: '2026-11-20T01:00:00Z' });
    }
  });
});
