import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#electron/backend/db/open.ts';
import { refuseSyncedFolder } from '#electron/backend/store/synced-folder.ts';
import { migrations } from '#migrations/index.ts';
import { instant } from '#shared/domain/base/days.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { createDb, insertRows, migrateTo, tableRows } from '#test/helpers/db.ts';

const now = instant('2026-11-22T00:00:00Z');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dosen-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const fresh = async (name = 'a.db'): Promise<string> => {
  const path = join(dir, name);
  await (await openStore({ path, now, create: true })).close();
  return path;
};
const change = (path: string, run: (raw: BetterSqlite3.Database) => unknown): void => {
  const raw = new BetterSqlite3(path);
  run(raw);
  raw.close();
};
const refused = async (path: string, code: string, data = {}): Promise<void> =>
  await expect(openStore({ path, now })).rejects.toMatchObject({ code, data });

describe('a file that is no store of ours', () => {
  it('is refused when a newer version of the app made it, and left as it was', async () => {
    const path = await fresh();
    change(path, raw =>
      raw.exec("insert into kysely_migration (name, timestamp) values ('9990_later', '2030')"),
    );
    const before = readFileSync(path);
    await refused(path, 'STORE_FROM_FUTURE', { version: '9990_later' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused when another program made it, and left as it was', async () => {
    const path = join(dir, 'other.db');
    change(path, raw => raw.exec('create table songs (title text)'));
    const before = readFileSync(path);
    await refused(path, 'STORE_FOREIGN', { name: 'other.db' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused when its header is garbage', async () => {
    const path = await fresh();
    overwrite(path, 0, 100);
    await refused(path, 'STORE_CORRUPT', { name: 'a.db' });
  });

  it('is refused when it is not there, and not made by looking', async () => {
    await refused(join(dir, 'none.db'), 'STORE_NOT_FOUND', { name: 'none.db' });
    expect(readdirSync(dir)).toEqual([]);
  });
});

/** Writes over a part of a file, as a failing disk does. */
function overwrite(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(file);
}

describe('a store with a damaged page', () => {
  it('opens, is found by verify, and says STORE_CORRUPT where the page is used', async () => {
    const path = join(dir, 'a.db');
    const t = await testBackend({ dir });
    await t.client.store.create({ path, sample: 200 });
    await t.backend.keeper.close();
    const [page, size] = leafOf(path, 'events');
    overwrite(path, (page - 1) * size, size);
    await t.client.store.open({ path });
    const found = await t.client.store.verify({});
    expect(found.ok).toBe(false);
    expect(found.problems).toContain('integrity');
    await expect(t.client.store.exportAll({})).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await expect(
      t.backend.keeper.store.read.selectFrom('events').selectAll().execute(),
    ).rejects.toMatchObject({ code: 'STORE_CORRUPT', data: { name: 'a.db' } });
    await expect(t.client.store.backup({ path: join(dir, 'copy.db') })).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
    });
    expect(readdirSync(dir).filter(name => name.startsWith('copy.db'))).toEqual([]);
    await t.stop();
  });
});

/** A page in the middle of a table and the size of pages, from the table's own list of pages. */
function leafOf(path: string, table: string): [page: number, size: number] {
  const raw = new BetterSqlite3(path, { readonly: true });
  const size = Number(raw.pragma('page_size', { simple: true }));
  const pages = raw
    .prepare("select pageno from dbstat where name = ? and pagetype = 'leaf' order by pageno")
    .pluck()
    .all(table) as number[];
  raw.close();
  return [pages[Math.floor(pages.length / 2)] ?? 0, size];
}

describe('a store that another process owns', () => {
  it('is in use, may be read, and is free the moment the owner is killed', async () => {
    const path = join(dir, 'a.db');
    const owner = spawn(process.execPath, [join(import.meta.dirname, '../../helpers/holder.ts'), path]);
    await once(owner.stdout, 'data');
    await expect(openStore({ path, now })).rejects.toMatchObject({
      code: 'STORE_IN_USE',
      data: { since: now },
    });
    const viewer = await openStore({ path, now, readOnly: true });
    expect(await viewer.read.selectFrom('members').selectAll().execute()).toEqual([]);
    await viewer.close();
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const mine = await openStore({ path, now });
    expect(mine.readOnly).toBe(false);
    await mine.close();
  });
});

describe('a disk that is full', () => {
  it('refuses the write, keeps what was there, and takes smaller writes again', async () => {
    const path = await fresh();
    const pages = statSync(path).size / 4096;
    const store = await openStore({ path, now, maxPages: pages + 4 });
    const add = async (uid: string, name: string) =>
      await store.write({ kind: 'members.save' }, { uid, at: now, memberId: null }, async tx => {
        await tx.insert('members', [{ uid, name, roles: '[]', active: 1 }]);
      });
    await add('m1', '佐藤');
    await expect(add('m2', 'x'.repeat(200_000))).rejects.toMatchObject({ code: 'STORE_FULL' });
    await add('m3', '鈴木');
    const found = await store.read.selectFrom('members').select('uid').orderBy('id').execute();
    expect(found).toEqual([{ uid: 'm1' }, { uid: 'm3' }]);
    expect(store.raw.reader.pragma('integrity_check', { simple: true })).toBe('ok');
    await store.close();
  });

  it('leaves no file behind when a new store does not fit', async () => {
    const path = join(dir, 'a.db');
    await expect(openStore({ path, now, create: true, maxPages: 5 })).rejects.toMatchObject({
      code: 'STORE_FULL',
    });
    expect(readdirSync(dir).filter(name => !name.includes('.lock'))).toEqual([]);
  });
});

describe('a store of an older version', () => {
  const older = async (): Promise<string> => {
    const path = join(dir, 'old.db');
    const old = createDb(path);
    await migrateTo(old, '0010_foundation');
    insertRows(old, 'members', [{ uid: 'm1', name: '佐藤', roles: '[]', active: 1 }]);
    old.raw.close();
    return path;
  };

  it('is copied before it is brought up to date', async () => {
    const path = await older();
    const store = await openStore({ path, now });
    expect(await store.read.selectFrom('imports').selectAll().execute()).toEqual([]);
    expect(await store.read.selectFrom('members').select('name').execute()).toEqual([{ name: '佐藤' }]);
    await store.close();
    const copy = createDb(`${path}.before-0010_foundation.bak`);
    expect(tableRows(copy, 'kysely_migration').map(row => row['name'])).toEqual(['0010_foundation']);
    expect(tableRows(copy, 'members')).toMatchObject([{ uid: 'm1', name: '佐藤' }]);
    expect(copy.raw.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.raw.close();
    copyFileSync(`${path}.before-0010_foundation.bak`, join(dir, 'again.db'));
    await (await openStore({ path: join(dir, 'again.db'), now })).close();
  });

  it('stays as it was when a migration fails or breaks a reference, and opens later', async () => {
    const path = await older();
    const failing = async (up: (typeof migrations)[string]['up']) =>
      await openStore({ path, now, known: { ...migrations, '0030_bad': { up } } });
    await expect(
      failing(async db => {
        await db.schema.createTable('half').addColumn('id', 'integer').execute();
        throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');
    await expect(
      failing(async db => {
        await sql`insert into lead_aliases (uid, lead_id) values ('x', 99)`.execute(db);
      }),
    ).rejects.toThrow('reference');
    const same = createDb(path);
    expect(tableRows(same, 'kysely_migration').map(row => row['name'])).toEqual(['0010_foundation']);
    expect(same.raw.prepare("select 1 from sqlite_schema where name in ('half', 'imports')").all()).toEqual(
      [],
    );
    same.raw.close();
    await (await openStore({ path, now })).close();
  });

  it('cannot be opened for reading only', async () => {
    const path = await older();
    await expect(openStore({ path, now, readOnly: true })).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
    });
  });
});

describe('a store in a synced folder or on a share', () => {
  let t: TestBackend;
  beforeEach(async () => {
    t = await testBackend({ dir: join(mkdirOf('app'), '') });
  });
  afterEach(async () => await t.stop());
  const mkdirOf = (name: string): string => {
    mkdirSync(join(dir, name), { recursive: true });
    return join(dir, name);
  };

  it('is not opened there, and moves to this PC as a verified copy', async () => {
    const folder = mkdirOf('OneDrive - 株式会社例');
    const path = await fresh('OneDrive - 株式会社例/team.db');
    const before = readFileSync(path);
    const files = readdirSync(folder);
    await expect(t.client.store.open({ path })).rejects.toMatchObject({
      code: 'STORE_SYNCED_FOLDER',
      data: { provider: 'OneDrive' },
    });
    expect((await t.client.system.status({})).store?.name).toBe('dosen.db');
    const moved = await t.client.store.open({ path, moveToThisPc: true });
    expect(moved.path).toBe(join(t.dir, 'team.db'));
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(files);
    const again = await t.client.store.open({ path, moveToThisPc: true });
    expect(again.name).toBe('team-2.db');
  });

  it('brings no damaged or foreign file over', async () => {
    mkdirOf('Dropbox');
    const path = join(dir, 'Dropbox', 'x.db');
    change(path, raw => raw.exec('create table songs (title text)'));
    await expect(t.client.store.open({ path, moveToThisPc: true })).rejects.toMatchObject({
      code: 'STORE_FOREIGN',
      data: { name: 'x.db' },
    });
    writeFileSync(path, 'not a database at all, but long enough to be looked at as if it were one'.repeat(9));
    await expect(t.client.store.open({ path, moveToThisPc: true })).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
      data: { name: 'x.db' },
    });
    expect(existsSync(join(t.dir, 'x.db'))).toBe(false);
    expect(t.backend.keeper.isOpen).toBe(true);
  });

  it.each(['\\\\server\\share\\team.db', '//server/share/team.db'])('refuses the share %s', path => {
    expect(() => refuseSyncedFolder(path)).toThrow(
      expect.objectContaining({ code: 'STORE_SYNCED_FOLDER', data: { provider: 'share' } }),
    );
  });
});

describe('a restore that turns out bad', () => {
  it('puts the old store back when the copy is of a newer version', async () => {
    const t = await testBackend({ dir });
    await t.client.members.save({ name: '残る', roles: ['inside'] });
    const path = await fresh('future.db');
    change(path, raw =>
      raw.exec("insert into kysely_migration (name, timestamp) values ('9990_later', '2030')"),
    );
    await expect(t.client.store.restore({ path })).rejects.toMatchObject({ code: 'STORE_FROM_FUTURE' });
    expect((await t.client.members.list({})).map(member => member.name)).toEqual(['', '残る']);
    expect(readdirSync(dir).filter(name => /incoming|replaced|part/.test(name))).toEqual([]);
    await t.stop();
  });
});
