import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions, Rectangle } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failuresAfter, nextWait } from '#electron/main/backoff.ts';
import type { FileRef } from '#shared/contract/base.ts';
import { type TestShell, testShell } from '#test/helpers/shell.ts';
import { hostConformance } from './conformance.ts';

hostConformance('electron', async () => {
  const test = await testShell();
  const { ports } = await test.backend();
  const folder = mkdtempSync(join(tmpdir(), 'dosen-user-'));
  return {
    ports,
    async bring(name, bytes) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return (await test.invoke('shell:fileRef', { path })) as FileRef;
    },
    async fetch(file) {
      test.control.saveTo = join(folder, `saved-${file.name}`);
      const saved = await test.invoke('shell:saveFile', file).catch(() => false);
      return saved === true ? new Uint8Array(readFileSync(test.control.saveTo)) : null;
    },
    told: () => test.control.notifications.map(({ title }) => title),
    figure: () => {
      const tray = test.control.trays[0];
      return { n: Number(tray?.title), label: tray?.tooltip ?? '' };
    },
    async stop() {
      await test.stop();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('the desktop shell', () => {
  let test: TestShell;
  beforeEach(async () => {
    test = await testShell();
    await test.backend();
  });
  afterEach(async () => await test.stop());

  it('gives every load of the window its own port to the backend', async () => {
    const status = await test.client().system.status({});
    expect(status).toMatchObject({ secrets: 'keychain', storeProblem: null });
    test.window.webContents.reload();
    const saved = await test.client().members.save({ name: '佐藤', roles: ['inside'] });
    expect(saved.name).toBe('佐藤');
    expect(test.window.webContents.posted.length).toBe(2);
  });

  it('starts the backend again when it ends by itself, and hands the window a new port', async () => {
    const old = await test.backend();
    await old.stop();
    test.control.children[0]?.exit(9);
    await expect.poll(() => test.window.webContents.posted.length).toBe(2);
    expect(test.control.children.length).toBe(2);
    await test.backend();
    expect(await test.client().members.list({})).toHaveLength(1);
  });

  it('waits longer after each failure and forgets failures of a process that lived', () => {
    expect([0, 1, 2, 5, 6, 50].map(nextWait)).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000]);
    expect([failuresAfter(3, 10), failuresAfter(3, 60_000)]).toEqual([4, 0]);
  });

  it('hides instead of closing, says so once, and comes back by tray, notification and second start', () => {
    const { window, control } = test;
    window.close();
    window.close();
    expect([window.visible, window.destroyed]).toEqual([false, false]);
    expect(control.notifications.map(({ title }) => title)).toEqual(['導線 Dosen']);
    const show = control.trays[0]?.menu[0];
    expect(show?.label).toBe('導線を開く');
    const ways = [
      () => show?.click?.({} as never, undefined, {}),
      () => control.notifications[0]?.click(),
      () => control.app.emit('second-instance'),
      () => control.app.emit('activate'),
    ];
    for (const way of ways) {
      window.hide();
      way();
      expect(window.visible).toBe(true);
    }
  });

  it('tells of a hot lead right away, not at the next round, and counts it on tray and dock until somebody looked', async () => {
    const { control } = test;
    const client = test.client();
    await client.leads.create({ companyName: '株式会社架空ソリューションズ', name: '山本 太郎' });
    const [lead] = (await client.leads.list({})).rows;
    await client.events.record({ leadUid: lead?.uid ?? '', kind: 'enquiry.received' });
    await expect.poll(() => control.notifications.length).toBe(1);
    expect(control.notifications[0]).toMatchObject({
      title: 'ホットになりました',
      body: expect.stringMatching(/^株式会社架空ソリューションズ\n/),
    });
    test.window.hide();
    control.notifications[0]?.click();
    expect(test.window.visible).toBe(true);
    expect(test.window.url).toMatch(new RegExp(`/#/leads/${lead?.uid}$`));
    const shown = () => [control.trays[0]?.title, control.badge];
    await expect.poll(shown).toEqual(['1', 1]);
    expect(control.trays[0]?.tooltip).toContain('まだ見ていないホット 1人');
    await client.alerts.seen({ all: true });
    await expect.poll(shown).toEqual(['', 0]);
  });

  it('opens where it was left, and in the middle when that screen is gone', async () => {
    const { window, control } = test;
    window.bounds = { x: 40, y: 30, width: 1100, height: 700 };
    window.maximized = true;
    window.close();
    const kept = readFileSync(join(control.userData, 'window.json'), 'utf8');
    const reopened = async (workArea: Rectangle) =>
      await testShell(next => {
        next.workArea = workArea;
        mkdirSync(next.userData, { recursive: true });
        writeFileSync(join(next.userData, 'window.json'), kept);
      });
    const there = await reopened(control.workArea);
    expect([there.window.options, there.window.maximized]).toMatchObject([
      { x: 40, y: 30, width: 1100 },
      true,
    ]);
    await there.stop();
    const gone = await reopened({ x: 2000, y: 0, width: 1280, height: 700 });
    expect([gone.window.options, gone.window.maximized]).toMatchObject([{ width: 1280, height: 800 }, false]);
    expect(gone.window.options.x).toBeUndefined();
    await gone.stop();
  });

  it('has a menu in the language of the system, and copies and pastes by the right button', () => {
    const { control, window } = test;
    const labels = control.menus.app.map(({ label }) => label);
    expect(labels).toEqual(['ファイル', '編集', '表示']);
    const roles = (items: MenuItemConstructorOptions[]) => items.flatMap(({ role }) => role ?? []);
    const edit = control.menus.app[1]?.submenu as MenuItemConstructorOptions[];
    expect(roles(edit)).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']);
    const press = (on: object) => window.webContents.emit('context-menu', {}, on);
    press({ isEditable: false, selectionText: '', editFlags: {} });
    expect(control.menus.shown).toEqual([]);
    press({ isEditable: true, selectionText: '', editFlags: { canCut: false, canPaste: true } });
    expect(control.menus.shown[0]?.map(({ role, enabled }) => [role, enabled])).toEqual([
      ['cut', false],
      ['copy', true],
      ['paste', true],
      ['selectAll', undefined],
    ]);
    expect(control.appId).toBe('jp.dosen.app');
    expect(control.children[0]?.options?.execArgv).toEqual(['--js-flags=--max-semi-space-size=8']);
  });

  it('stops the backend before it quits', async () => {
    const { control } = test;
    let prevented = 0;
    control.app.emit('before-quit', { preventDefault: () => (prevented += 1) });
    await expect.poll(() => control.quits).toBe(1);
    expect([prevented, control.children[0]?.killed]).toEqual([1, true]);
    expect((await test.backend()).backend.keeper.isOpen).toBe(false);
    expect(existsSync(join(control.userData, 'data', 'dosen.db-wal'))).toBe(false);
    test.window.close();
    expect(test.window.destroyed).toBe(true);
  });

  it('takes bytes that lie in no file', async () => {
    const bytes = new TextEncoder().encode('会社名\n');
    const ref = (await test.invoke('shell:fileRef', { name: '../貼り付け.csv', bytes })) as FileRef;
    const file = await (await test.backend()).ports.files.take(ref);
    expect([file.name, file.size]).toEqual(['貼り付け.csv', bytes.length]);
  });

  it('keeps a made file when the person thinks better of saving', async () => {
    const { ports } = await test.backend();
    const out = await ports.files.give({
      name: 'a.pdf',
      mediaType: 'application/pdf',
      bytes: Buffer.from('x'),
    });
    expect(await test.invoke('shell:saveFile', out)).toBe(false);
    test.control.saveTo = join(test.control.userData, 'a.pdf');
    expect(await test.invoke('shell:saveFile', out)).toBe(true);
    expect(readFileSync(test.control.saveTo, 'utf8')).toBe('x');
  });

  it('saves several files into one folder, asked for once, and replaces none that is there', async () => {
    const { ports } = await test.backend();
    const give = async (text: string) =>
      await ports.files.give({
        name: 'a.pdf',
        mediaType: 'application/pdf',
        bytes: Buffer.from(text),
      });
    const files = [await give('one'), await give('two')];
    expect(await test.invoke('shell:saveFiles', files)).toBe(false);
    test.control.saveTo = mkdtempSync(join(tmpdir(), 'dosen-user-'));
    expect(await test.invoke('shell:saveFiles', files)).toBe(true);
    const read = (name: string) => readFileSync(join(test.control.saveTo ?? '', name), 'utf8');
    expect([read('a.pdf'), read('a (2).pdf')]).toEqual(['one', 'two']);
    rmSync(test.control.saveTo, { recursive: true });
  });

  it('prints in a hidden window of its own that is gone afterwards', async () => {
    const { ports } = await test.backend();
    const html = '<!doctype html><style>p{color:red}</style><p>導線</p>';
    const pdf = Buffer.from(await ports.printer.toPdf(html)).toString();
    expect(pdf).toContain(Buffer.from(html).toString('base64'));
    const printer = test.control.windows.at(-1);
    expect([printer?.visible, printer?.destroyed]).toEqual([false, true]);
    expect(printer?.webContents.printed).toEqual([
      { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true },
    ]);
  });

  it('shows nothing and starts nothing when another instance runs', async () => {
    const second = await testShell(control => {
      control.hasLock = false;
    });
    expect([second.shell, second.control.windows, second.control.children]).toEqual([undefined, [], []]);
    expect(second.control.quits).toBe(1);
    await second.stop();
  });

  it('seals by a key file, and says so, where the system has no keychain', async () => {
    const without = await testShell(control => {
      control.hasKeychain = false;
    });
    const { ports } = await without.backend();
    expect(ports.secrets.kind).toBe('keyFile');
    expect(await ports.secrets.open(await ports.secrets.seal('x'))).toBe('x');
    await without.stop();
  });
});
