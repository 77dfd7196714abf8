import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { convert, LeadScreen } from './pages/leads.ts';
import { type App, expect, test } from './support/app.ts';

// Every step is a key, and several pictures are looked at: that takes its time on a busy machine.
test.describe.configure({ timeout: 120_000 });

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Walks with Tab until something with this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (typeof name === 'string' ? label.trim() === name : name.test(label)) return;
  }
  throw new Error(`nothing called ${String(name)} can be reached by Tab`);
}

async function practice(app: App): Promise<LeadScreen> {
  await app.start();
  await (await app.client()).store.create({ practice: true, sample: 1000 });
  await app.open('/leads');
  const leads = new LeadScreen(app.page);
  await expect(leads.rows.first()).toContainText(/\d/);
  return leads;
}

test('leads are selected, tagged and given back by keys alone', async ({ app }) => {
  const { page } = app;
  const leads = await practice(app);
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '1001');
  await press(page, 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(page.getByText('3人を選んでいます')).toBeVisible();
  await expect(leads.rows.locator('nth=2')).toHaveAttribute('aria-selected', 'true');
  await app.inspect('leads-selected');
  await tabTo(page, 'タグを付ける');
  await press(page, 'Enter');
  await app.type('要確認');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('変わる人3');
  await tabTo(page, '3人を変える');
  await app.inspect('leads-bulk');
  await press(page, 'Enter');
  await expect(page.getByText('3人を変えました')).toBeVisible();
  await press(page, '/');
  await app.type('要確認');
  await expect(leads.rows).toHaveCount(3);
  await page.locator('[data-lead-grid]').focus();
  await press(page, 'Control+z');
  await expect(page.getByText('「要確認」に合うリードはありません')).toBeVisible();
});

test('everybody the filter means is selected as a question, moved to the trash and taken back', async ({
  app,
}) => {
  const { page } = app;
  await practice(app);
  await press(page, 'Control+a');
  await expect(page.getByText('1,000人を選んでいます')).toBeVisible();
  await press(page, 'Space');
  await expect(page.getByText('999人を選んでいます')).toBeVisible();
  await tabTo(page, 'ごみ箱へ');
  await press(page, 'Enter');
  await tabTo(page, '999人をごみ箱へ移す');
  await press(page, 'Enter');
  await expect(page.getByText('999人を変えました')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  await press(page, 'Control+z');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '1001', { timeout: 20_000 });
});

test('a list that could not be read says so and comes when it is asked for again', async ({ app }) => {
  const { page } = app;
  await app.open('/');
  await (await app.client()).leads.create({ companyName: '架空電機', name: '山本 太郎' });
  await expect(page.getByRole('link', { name: 'リード 1', exact: true })).toBeVisible();
  app.expectComplaint(/ERR_FAILED/);
  await page.route('**/rpc/leads/list*', async route => await route.abort());
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute('**/rpc/leads/list*');
  await page.getByRole('alert').getByRole('button').first().press('Enter');
  await expect(page.getByRole('gridcell', { name: '架空電機' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('移動', { exact: true })).toHaveCount(1);
});

test('the list sorts, keeps its place beside an open lead and comes back to it', async ({ app }) => {
  const { page } = app;
  const leads = await practice(app);
  await tabTo(page, '会社で並べ替え');
  await press(page, 'Enter');
  await expect(page.getByRole('columnheader', { name: '会社' })).toHaveAttribute('aria-sort', 'ascending');
  const first = await leads.rows.first().innerText();
  await press(page, 'Enter');
  await expect(page.getByRole('columnheader', { name: '会社' })).toHaveAttribute('aria-sort', 'descending');
  await expect(leads.rows.first()).not.toHaveText(first);
  await page.locator('[data-lead-grid]').focus();
  await press(page, 'End');
  await expect(page.locator('[data-current]')).toHaveAttribute('aria-rowindex', '1001');
  expect(await leads.rows.count()).toBeLessThanOrEqual(60);
  // The last rows are fetched when they come into view; there is nobody to open before.
  await expect(page.locator('[data-current]')).toContainText(/[ァ-ヶ一-龠]/);
  await press(page, 'Enter');
  await expect(leads.drawer).toContainText('点数の内訳');
  await press(page, 'ArrowUp');
  await expect(page.locator('[data-current]')).toHaveAttribute('aria-rowindex', '1000');
  await app.inspect('leads-drawer');
  await press(page, 'Escape');
  await expect(leads.drawer).toHaveCount(0);
  await press(page, 'g', 'd');
  await app.show('/leads');
  await expect(page.locator('[data-current]')).toHaveAttribute('aria-rowindex', '1000');
  await expect(page.locator('[data-current]')).toBeInViewport();
});

test('a condition becomes a chip, a changed view is saved and taken back', async ({ app }) => {
  const { page } = app;
  const leads = await practice(app);
  await tabTo(page, '条件');
  await press(page, 'Enter');
  await page.getByLabel('部署の種類').first().focus();
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter', 'Escape', 'Escape');
  const chip = page.getByRole('button', { name: /^条件「部署の種類/ });
  await expect(chip).toBeVisible();
  await expect(page.getByText('戻す', { exact: true })).toBeVisible();
  await app.inspect('leads-filter');
  await tabTo(page, '名前を付けて保存');
  await press(page, 'Enter');
  await app.type('営業の人');
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: '表示: 営業の人' })).toBeVisible();
  const shown = await page.getByRole('grid').getAttribute('aria-rowcount');
  await page.reload();
  await expect(leads.rows.first()).toBeVisible();
  await tabTo(page, /^表示: 全員/);
  await press(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: '営業の人' })).toBeVisible();
  await app.inspect('leads-views');
  await page.getByRole('menuitem', { name: '営業の人' }).press('Enter');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', shown ?? '');
});

test('leads leave as a file and on the clipboard with the columns that are shown', async ({ app }) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await practice(app);
  await tabTo(page, '列と行の高さ');
  await press(page, 'Enter');
  await page.getByRole('checkbox', { name: 'メール' }).focus();
  await press(page, 'Space', 'Escape');
  await expect(page.getByRole('columnheader', { name: 'メール' })).toBeVisible();
  await page.locator('[data-lead-grid]').focus();
  await press(page, 'Space', 'Shift+ArrowDown', 'Control+c');
  await expect(page.getByText('2人をコピーしました(見出しつき)')).toBeVisible();
  const copied = (await page.evaluate(async () => await navigator.clipboard.readText())).split(/\r?\n/);
  expect(copied.map(line => line.split('\t').length)).toEqual([10, 10, 10]);
  expect(copied[0]?.split('\t').slice(0, 3)).toEqual(['ランク', '点数', '会社']);
  await tabTo(page, '書き出す');
  await press(page, 'Enter');
  const download = page.waitForEvent('download');
  await tabTo(page, '書き出す');
  await press(page, 'Enter');
  const file = await (await download).path();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  expect(lines.filter(line => /^[ABC],/.test(line))).toHaveLength(2);
  expect((await download).suggestedFilename()).toMatch(/^リード_.+\.csv$/);
});

test('cells are typed in where they stand: F2, Tab, Esc, a refused text, undo', async ({ app }) => {
  const { page } = app;
  const leads = await practice(app);
  const grid = page.getByRole('grid');
  const client = await app.client();
  const [one, two] = (await client.leads.list({})).rows;
  const stored = async (uid = '') => await client.leads.get({ uid });
  await press(page, 'F2');
  const cell = (name: string) => grid.getByLabel(name, { exact: true });
  await expect(cell('会社名')).toBeFocused();
  await press(page, 'Tab');
  await convert(cell('氏名'), '試験 花子');
  await app.inspect('leads-typing');
  await press(page, 'Tab');
  await expect(cell('電話')).toBeFocused();
  await expect(leads.rows.first()).toContainText('試験 花子');
  await expect.poll(async () => (await stored(one?.uid)).name).toBe('試験 花子');
  await app.type('打ちかけ');
  await press(page, 'Escape');
  await expect(grid).toBeFocused();
  await expect(leads.rows.first()).toContainText(one?.phone ?? '');
  // Past the last cell Tab goes on in the row below; Shift+Tab comes back.
  await press(page, 'F2', 'Tab');
  await expect(cell('担当')).toBeFocused();
  await press(page, 'Tab');
  await expect(page.locator('[data-current]')).toHaveAttribute('aria-rowindex', '3');
  await expect(cell('会社名')).toHaveValue(two?.companyName ?? '');
  await press(page, 'Shift+Tab');
  await expect(page.locator('[data-current]')).toHaveAttribute('aria-rowindex', '2');
  await press(page, 'Escape', 'Control+z');
  await expect.poll(async () => (await stored(one?.uid)).name).toBe(one?.name);
  await expect(leads.rows.first()).toContainText(one?.name ?? '');

  app.expectComplaint(/status of 4\d\d/);
  await press(page, 'F2', 'Shift+Tab');
  await expect(cell('電話')).toBeFocused();
  await app.type('番号ではない');
  await press(page, 'Enter');
  await expect(cell('電話')).toBeFocused();
  await expect(cell('電話')).toHaveValue('番号ではない');
  await expect(cell('電話')).toHaveAttribute('aria-invalid', 'true');
  await app.inspect('leads-refused');
  await press(page, 'Escape');
  expect((await stored(one?.uid)).phone).toBe(one?.phone);
});

test('a double click types in the cell it hits, a single one opens the lead', async ({ app }) => {
  const { page } = app;
  const leads = await practice(app);
  const name = leads.rows.first().locator('[data-column="name"]');
  await name.dblclick();
  await expect(page.getByRole('grid').getByLabel('氏名', { exact: true })).toBeFocused();
  await app.type('試験 太郎');
  await press(page, 'Enter');
  await expect(name).toHaveText('試験 太郎');
  await expect(leads.drawer).toHaveCount(0);
  await name.click();
  await expect(leads.drawer).toContainText('試験 太郎');
});

test('pinned columns stay while the others scroll under them', async ({ app }) => {
  const { page } = app;
  await practice(app);
  const head = (name: string) => page.getByRole('columnheader', { name });
  const left = async (name: string): Promise<number> => (await head(name).boundingBox())?.x ?? 0;
  await tabTo(page, '列と行の高さ');
  await press(page, 'Enter');
  for (const name of ['フリガナ', '部署', '役職', 'メール', '展示会・きっかけ']) {
    await page.getByRole('checkbox', { name, exact: true }).focus();
    await press(page, 'Space');
  }
  await app.inspect('leads-columns');
  await press(page, 'Escape');
  const before = await left('会社');
  const name = await left('氏名');
  await page.locator('[data-lead-grid]').focus();
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect.poll(async () => await left('氏名')).toBeLessThan(name - 50);
  expect(await left('会社')).toBe(before);
});
