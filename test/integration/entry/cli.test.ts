import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dosen } from '#test/helpers/cli.ts';

let folder = '';
let store = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dosen-cli-'));
  store = join(folder, 'team.db');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    const failed = await dosen(['--store', folder, 'members.list']);
    expect(failed.code).toBe(1);
    const status = await dosen(['--store', join(import.meta.dirname, 'cli.test.ts'), 'system.status']);
    expect(status.json()).toMatchObject({ store: null, storeProblem: { code: 'STORE_CORRUPT' } });
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
