import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ManyFiles } from '#shared/contract/imports.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile } from '#test/helpers/card-file.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

function given(name: string, content: string | Uint8Array): { file: { path: string } } {
  const path = join(t.dir, name);
  writeFileSync(path, content);
  return { file: { path } };
}
const filesOf = (event: JobEvent): ManyFiles['files'] => (event.result as ManyFiles | undefined)?.files ?? [];
const states = (event: JobEvent): string =>
  filesOf(event)
    .map(file => file.state)
    .join(' ');
const A = () =>
  given('a.csv', '会社名,氏名,メール\r\n甲社,山本 太郎,a@example.jp\r\n乙社,佐藤 花子,b@example.jp\r\n');
const B = () => given('b.csv', '会社名,氏名,メール,携帯\r\n甲社,山本 太郎,a@example.jp,090-0000-0001\r\n');

it('each file is an import of its own, and one that cannot be read stops neither', async () => {
  const broken = given('broken.csv', Buffer.alloc(4096, 7));
  const end = await finished(await t.client.imports.runMany({ files: [A(), broken, B()] }));
  expect(end.state).toBe('done');
  expect(filesOf(end)).toMatchObject([
    { name: 'a.csv', state: 'done', summary: { counts: { new: 2 } }, error: null },
    { name: 'broken.csv', state: 'failed', summary: null, error: { code: 'FILE_NOT_TEXT' } },
    { name: 'b.csv', state: 'done', summary: { counts: { new: 0, filled: 1 } }, error: null },
  ]);
  expect((await t.client.imports.list({})).map(row => row.fileName)).toEqual(['b.csv', 'a.csv']);
});

it('whoever comes later sees how far every file is, those that are done as well', async () => {
  const big = given('big.csv', cardFile(2000).text);
  const events = await t.client.imports.runMany({ files: [A(), big] });
  const iterator = events[Symbol.asyncIterator]();
  for (let next = await iterator.next(); !next.done; next = await iterator.next())
    if (states(next.value) === 'done running') break;
  const running = (await t.client.jobs.list({})).find(job => job.kind === 'imports.runMany');
  expect(running?.state).toBe('running');
  const seen: string[] = [];
  for await (const event of await t.client.jobs.watch({ jobUid: running?.jobUid ?? '' }))
    seen.push(states(event));
  expect(seen[0]).toBe('done running');
  expect(seen.at(-1)).toBe('done done');
});

it('stopped: the running file leaves nothing, those before it stay, the rest is not begun', async () => {
  const big = given('big.csv', cardFile(3000).text);
  let last: JobEvent | undefined;
  for await (const event of await t.client.imports.runMany({ files: [A(), big, B()] })) {
    last = event;
    if (states(event) === 'done running waiting' && event.state === 'running')
      await t.client.jobs.cancel({ jobUid: event.jobUid });
  }
  expect(last?.state).toBe('cancelled');
  expect(last && states(last)).toBe('done stopped stopped');
  expect((await t.client.leads.list({})).total).toBe(2);
  expect((await t.client.imports.list({})).map(row => row.fileName)).toEqual(['a.csv']);
});

it('a file nobody knows any more fails by itself', async () => {
  const end = await finished(await t.client.imports.runMany({ files: [{ file: { ref: 'gone' } }, B()] }));
  expect(filesOf(end)).toMatchObject([
    { state: 'failed', error: { code: 'FILE_REF_UNKNOWN' } },
    { state: 'done', summary: { counts: { new: 1 } } },
  ]);
});
