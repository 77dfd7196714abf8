import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliRun, dosen } from '#test/helpers/cli.ts';

let folder = '';
let store = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dosen-cli-'));
  store = join(folder, 'team.db');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The error is the last line of standard error; the progress of a job stands before it. */
const errorOf = ({ err }: CliRun): { code: string; data: unknown } =>
  (JSON.parse(err.trim().split('\n').at(-1) ?? '') as { error: { code: string; data: unknown } }).error;

const member = { uid: expect.any(String) as string, name: '田中', roles: ['inside'], active: true };

describe('the command line', () => {
  it('lists the procedures that work, one line each, in both languages', async () => {
    const [ja, en] = await Promise.all([dosen(['--help']), dosen(['--help', '--lang', 'en'])]);
    expect([ja.code, en.code]).toEqual([0, 0]);
    expect(ja.out).toMatch(/^ {2}members\.save {2}\{uid\?, name, roles, active\?\}$/m);
    expect(ja.out).toMatch(/^ {2}jobs\.watch ~ {2}\{jobUid\}$/m);
    expect(ja.out).toContain('使い方');
    expect(en.out).toContain('Usage');
    expect(ja.out.split('手続き(')[1]?.split('\n').slice(1)).toEqual(
      en.out.split('Procedures (')[1]?.split('\n').slice(1),
    );
  });

  it('describes a procedure as JSON Schema, a stream by its event', async () => {
    const [save, watch] = await Promise.all([
      dosen(['members.save', '--help']),
      dosen(['jobs.watch', '--help']),
    ]);
    expect(save.json()).toMatchObject({
      input: { type: 'object', required: ['name', 'roles'] },
      output: { type: 'object', properties: { active: { type: 'boolean' } } },
    });
    expect(watch.json()).toMatchObject({
      output: { properties: { state: { enum: ['running', 'done', 'failed', 'cancelled'] } } },
    });
  });

  it('makes a missing store at first use, reads standard input, and acts as a member at a given time', async () => {
    const saved = await dosen(['--store', store, 'members.save', '-'], {
      input: '{"name":"田中","roles":["inside"]}',
    });
    expect(saved.json()).toEqual(member);
    const at = ['--now', '2026-11-20T23:30+09:00', '--member', '田中'];
    const status = await dosen(['--store', store, ...at, 'system.status']);
    expect(status.json()).toMatchObject({ now: '2026-11-20T14:30:00.000Z', today: '2026-11-20', member });
  });

  it('takes a store path as seen from where the person is', async () => {
    const status = await dosen(['--store', 'here.db', 'system.status'], { cwd: folder });
    expect(status.code).toBe(0);
    expect(existsSync(join(folder, 'here.db'))).toBe(true);
  });

  it('says on standard error what failed, with code, sentence and data, and exits 1', async () => {
    const failed = await dosen(['--store', store, '--member', '誰か', 'members.list']);
    expect([failed.code, failed.out]).toEqual([1, '']);
    expect(JSON.parse(failed.err)).toEqual({
      error: {
        code: 'NOT_FOUND',
        message: expect.stringMatching(/。/) as string,
        data: { entity: 'member' },
      },
    });
    const invalid = await dosen(['--store', store, '--lang', 'en', 'members.save', '{"name":3,"roles":[]}']);
    expect(invalid.code).toBe(1);
    expect(JSON.parse(invalid.err)).toMatchObject({
      error: { code: 'INVALID_INPUT', data: { issues: [{ path: 'name' }] } },
    });
  });

  it('says why a store does not open, and leaves the file alone', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'only text, long enough to be looked at as a database');
    const failed = await dosen(['--store', path, 'members.list']);
    expect([failed.code, errorOf(failed).code]).toEqual([1, 'STORE_CORRUPT']);
    const status = await dosen(['--store', path, 'system.status']);
    expect(status.json()).toMatchObject({ store: null, storeProblem: { code: 'STORE_CORRUPT' } });
    expect(readFileSync(path, 'utf8')).toMatch(/^only text/);
  });

  it('makes a store with store.create where --store says, and none with store.open', async () => {
    const path = join(folder, 'made.db');
    const missing = await dosen(['--store', path, 'store.open']);
    expect([errorOf(missing).code, existsSync(path)]).toEqual(['STORE_NOT_FOUND', false]);
    const made = await dosen(['--store', path, 'store.create', '{"practice":true,"sample":20}']);
    expect(made.json()).toMatchObject({ path, practice: true, leads: 20 });
    expect(errorOf(await dosen(['--store', path, 'store.create'])).code).toBe('STORE_EXISTS');
  });

  it('watches a job: progress on standard error, its result alone on standard output', async () => {
    const path = fileURLToPath(
      new URL('../../fixtures/cards/01-sansan-like_numbered_utf8bom.csv', import.meta.url),
    );
    const input = JSON.stringify({ file: { path: relative(folder, path) } });
    const done = await dosen(['--store', join(folder, 'job.db'), 'imports.run', input], { cwd: folder });
    expect(done.code).toBe(0);
    expect(done.json()).toMatchObject({ fileName: basename(path), counts: { read: 14 } });
    const progress = done.err
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { kind: string; state: string });
    expect(progress[0]).toMatchObject({ kind: 'imports.run', state: 'running' });
    expect(progress.at(-1)).toMatchObject({ kind: 'imports.run', state: 'done' });
    expect(done.err).not.toContain('"result"');
  });

  it('tells a failed job like any failure', async () => {
    const empty = join(folder, 'empty.csv');
    writeFileSync(empty, '');
    const input = JSON.stringify({ file: { path: empty } });
    const failed = await dosen(['--store', join(folder, 'job.db'), 'imports.run', input]);
    expect([failed.code, failed.out]).toEqual([1, '']);
    expect(errorOf(failed)).toMatchObject({ code: 'FILE_EMPTY', data: { name: 'empty.csv' } });
    const gone = await dosen([
      '--store',
      join(folder, 'job.db'),
      'imports.run',
      '{"file":{"path":"gone.csv"}}',
    ]);
    expect(errorOf(gone)).toMatchObject({ code: 'FILE_NOT_FOUND', data: { name: 'gone.csv' } });
    const ref = await dosen(['--store', join(folder, 'job.db'), 'imports.run', '{"file":{"ref":"x"}}']);
    expect(errorOf(ref).code).toBe('FILE_REF_UNKNOWN');
  });

  it('writes a made file into --out, never over another one', async () => {
    const backup = [
      '--store',
      store,
      '--now',
      '2026-11-20T16:00+09:00',
      '--out',
      'made/here',
      'store.backup',
    ];
    const first = (await dosen(backup, { cwd: folder })).json() as { path: string; size: number; ref: null };
    const second = (await dosen(backup, { cwd: folder })).json() as { path: string };
    expect(dirname(first.path)).toBe(join(folder, 'made', 'here'));
    expect(statSync(first.path).size).toBe(first.size);
    expect([first.ref, second.path === first.path, existsSync(second.path)]).toEqual([null, false, true]);
  });

  it.each([
    [[], '手続き'],
    [['no.such'], 'no.such'],
    [['members.list'], '--store'],
    [['--store', 'x.db', 'members.save', '{"name":'], 'JSON'],
    [['--now', '2026-11-20', '--store', 'x.db', 'members.list'], '2026-11-20'],
    [['--lang', 'fr', '--help'], 'fr'],
    [['--colour', '--help'], 'colour'],
    [['--store', 'x.db', 'members.save', '{}', '{}'], 'JSON'],
  ])('refuses bad usage %j with exit code 2 and writes nothing', async (args, told) => {
    const refused = await dosen(args, { cwd: folder });
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(told);
    expect(existsSync(join(folder, 'x.db'))).toBe(false);
  });
});
