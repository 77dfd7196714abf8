import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile } from '#test/helpers/card-file.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

function given(name: string, content: string | Uint8Array): { path: string } {
  const path = join(t.dir, name);
  writeFileSync(path, content);
  return { path };
}
const storeIsEmpty = async () => {
  expect((await t.client.leads.list({})).total).toBe(0);
  expect(await t.client.imports.list({})).toEqual([]);
  expect((await t.client.history.list({})).operations).toEqual([]);
};

describe('files that are refused, each by its name', () => {
  it.each<[string, string | Uint8Array, ErrorCode, object]>([
    ['empty.csv', '', 'FILE_EMPTY', {}],
    [
      'photo.csv',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'FILE_NOT_TEXT',
      { kind: 'png' },
    ],
    [
      'noise.csv',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + 13) % 31),
      'FILE_NOT_TEXT',
      { kind: 'binary' },
    ],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'FILE_OLD_EXCEL', {}],
    [
      'locked.xlsx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'FILE_LOCKED',
      {},
    ],
    ['cut.xlsx', 'PK\x03\x04 xl/workbook.xml', 'FILE_WORKBOOK_BROKEN', {}],
    ['word.docx', 'PK\x03\x04 word/document.xml', 'FILE_NOT_TEXT', { kind: 'zip' }],
    ['open.csv', '会社名,氏名\n"甲,山本\n', 'FILE_QUOTE_OPEN', { line: 2 }],
    ['head.csv', '会社名,氏名,メール\n', 'FILE_NO_ROWS', {}],
    ['long.csv', `会社名,氏名\n${'あ'.repeat(2_000_000)}\n`, 'FILE_LINE_TOO_LONG', { line: 2 }],
  ])('%s', async (name, content, code, data) => {
    const file = given(name, content);
    await expect(t.client.imports.preview({ file })).rejects.toMatchObject({ code, data: { name, ...data } });
    const end = await finished(await t.client.imports.run({ file }));
    expect(end).toMatchObject({ state: 'failed', error: { code } });
    await storeIsEmpty();
  });

  it('no column that could name anybody: shown in the preview, not run', async () => {
    const file = given('numbers.csv', 'a,b\n1,2\n3,4\n');
    expect((await t.client.imports.preview({ file })).counts).toMatchObject({ read: 3 });
    const end = await finished(await t.client.imports.run({ file }));
    expect(end).toMatchObject({ state: 'failed', error: { code: 'IMPORT_NO_NAME_COLUMN' } });
  });
});

it('a single line of 200 MB is refused after its first few, without being held', async () => {
  let sent = 0;
  function* endless() {
    for (let i = 0; i < 200; i++) {
      sent++;
      yield Buffer.alloc(1024 * 1024, 0x61);
    }
  }
  await t.stop();
  t = await testBackend({
    ports: {
      files: {
        take: () =>
          Promise.resolve({
            name: 'huge.csv',
            size: 200 * 1024 * 1024,
            stream: () => Readable.from(endless()),
          }),
        done: () => Promise.resolve(),
        give: () => Promise.reject(new Error('nothing is given')),
      },
    },
  });
  await expect(t.client.imports.preview({ file: { ref: 'huge' } })).rejects.toMatchObject({
    code: 'FILE_LINE_TOO_LONG',
    data: { name: 'huge.csv', line: 1 },
  });
  expect(sent).toBeLessThan(30);
});

it('a file larger than the limit is refused before a byte is read', async () => {
  await t.stop();
  t = await testBackend({
    ports: {
      files: {
        take: () =>
          Promise.resolve({
            name: 'huge.csv',
            size: 600 * 1024 * 1024,
            stream: () => {
              throw new Error('read');
            },
          }),
        done: () => Promise.resolve(),
        give: () => Promise.reject(new Error('nothing is given')),
      },
    },
  });
  await expect(t.client.imports.preview({ file: { ref: 'huge' } })).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
  });
});

describe('cancel', () => {
  it.each(['clean', 'write'])('while %s: nothing was written', async phase => {
    const file = given('many.csv', cardFile(1500).text);
    let last = '';
    for await (const event of await t.client.imports.run({ file })) {
      if (event.phase === phase && event.done > 0 && event.state === 'running')
        await t.client.jobs.cancel({ jobUid: event.jobUid });
      last = event.state;
    }
    expect(last).toBe('cancelled');
    await storeIsEmpty();
    const end = await finished(await t.client.imports.run({ file }));
    expect(end).toMatchObject({ state: 'done', result: { counts: { read: 1500, setAside: 0, blank: 0 } } });
  });
});

it('two imports at once: the second is refused by name', async () => {
  const file = given('one.csv', cardFile(50).text);
  const events = await t.client.imports.run({ file });
  await expect(t.client.imports.run({ file })).rejects.toMatchObject({ code: 'JOB_RUNNING' });
  expect(await finished(events)).toMatchObject({ state: 'done' });
});

it('matches again when somebody wrote between matching and writing', async () => {
  const csv = (company: string) => `会社名,氏名,メール\n${company},山本 太郎,y@example.jp\n`;
  await finished(await t.client.imports.run({ file: given('one.csv', csv('株式会社甲')) }));
  const [known] = (await t.client.leads.list({})).rows;
  const gate = Promise.withResolvers<void>();
  const context = { uid: 'gate', at: t.clock.now(), memberId: null };
  const queued = [
    t.backend.keeper.store.write(null, context, async () => await gate.promise),
    t.client.leads.update({ uid: known?.uid ?? '', patch: { email: 'moved@example.jp' } }),
  ];
  for await (const event of await t.client.imports.run({ file: given('two.csv', csv('乙株式会社')) }))
    if (event.phase === 'write') gate.resolve();
  await Promise.all(queued);
  const emails = (await t.client.leads.list({})).rows.map(row => row.email);
  expect(new Set(emails)).toEqual(new Set(['moved@example.jp', 'y@example.jp']));
});
