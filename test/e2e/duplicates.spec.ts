import { ImportScreen } from './pages/imports.ts';
import { LeadScreen } from './pages/leads.ts';
import { type App, expect, test } from './support/app.ts';

const HEADER = '会社名,部署,役職,氏名,e-mail,TEL会社,携帯電話,メモ';
const file = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`),
});
const SPRING = file('春の展示会.csv', [
  '株式会社架空商事,営業部,課長,山本 太郎,yamamoto@kakuu.example,03-0000-1001,,春の展示会で名刺交換',
  'あおば架空電機株式会社,製造部,主任,髙橋 健一,takahashi@aoba.example,045-000-1002,090-0000-1002,',
  '仮想フーズ株式会社,商品企画室,室長,森 千尋,mori@kasou.example,06-0000-1003,,デモを見たい',
]);
const AUTUMN = file('秋の展示会.csv', [
  '株式会社架空商事,事業開発部,部長,山本 太郎,t.yamamoto@kakuu.example,03-0000-1009,090-0000-2001,秋に再会',
  'あおば架空電機株式会社,製造部,係長,高橋 健一,kenichi@aoba.example,045-000-1002,,',
  '仮想フーズ,商品企画室,室長,森 千尋,chihiro@kasou.example,06-0000-1999,,',
  '株式会社別世界,総務部,,佐藤 花子,hanako@betsu.example,03-0000-1010,,',
]);

/** Both files taken in, the result of the second on the screen. */
async function takeInBoth(app: App): Promise<void> {
  await app.open('/imports');
  const imports = new ImportScreen(app.page);
  await imports.takeIn(SPRING);
  await imports.another();
  await imports.takeIn(AUTUMN);
}
const open = async (app: App): Promise<number> => (await (await app.client()).duplicates.count({})).open;

test('look-alikes of an import are settled by keys, and taken back', async ({ app }) => {
  const { page } = app;
  await takeInBoth(app);
  await page.getByRole('link', { name: '同じ人かもしれない3組' }).press('Enter');
  await expect(page.getByRole('heading', { name: '重複の確認' })).toBeVisible();
  const ledger = page.getByRole('table', { name: '2人の内容' });
  await expect(ledger).toContainText('部長');
  await expect(page.getByText('会社名と氏名が同じです').first()).toBeVisible();
  await app.inspect('duplicates');

  // Left for all fields, then the title alone from the right; merged, with the undo in the toast.
  await page.keyboard.press('ArrowLeft');
  const title = ledger.getByRole('radio', { name: /役職はあとから来た人/ });
  await title.focus();
  await page.keyboard.press('ArrowRight');
  await expect(title).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByText('山本 太郎を1人にまとめました')).toBeVisible();
  const client = await app.client();
  const [merged] = (await client.leads.list({ search: '山本' })).rows;
  expect(merged).toMatchObject({ title: '部長', department: '営業部', email: 'yamamoto@kakuu.example' });
  expect(await open(app)).toBe(2);
  await page.keyboard.press('u');
  await expect.poll(async () => await open(app)).toBe(3);
  await expect(page.getByRole('navigation', { name: '似ている2人の一覧' }).getByRole('listitem')).toHaveCount(
    3,
  );

  // The unsure pair is two people: the answer is kept, and opened again by its key.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(ledger).toContainText('仮想フーズ');
  await page.keyboard.press('d');
  await expect(page.getByText('別の人として覚えました')).toBeVisible();
  expect(await open(app)).toBe(2);
  await page.getByRole('radio', { name: '確認待ち' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(ledger).toContainText('仮想フーズ');
  await app.inspect('duplicates-different');
  await page.keyboard.press('u');
  await expect.poll(async () => await open(app)).toBe(3);
});

test('the sure ones are merged at once after one question, also seen from the list and a person', async ({
  app,
}) => {
  const { page } = app;
  await takeInBoth(app);
  await app.show('/leads');
  const leads = new LeadScreen(page);
  await expect(leads.rows).toHaveCount(7);
  await expect(page.getByRole('link', { name: '同じ人かもしれない3組' })).toBeVisible();
  await leads.named('山本 太郎').first().click();
  await leads.drawer.getByRole('link', { name: 'この人と似ている人' }).press('Enter');
  await expect(page.getByText('1人の分だけ表示しています。')).toBeVisible();
  await page.getByRole('link', { name: 'すべて表示' }).press('Enter');
  // Space takes the first pair out and in again.
  await expect(page.getByRole('button', { name: 'チェックした2組をまとめる' })).toBeEnabled();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'チェックした1組をまとめる' })).toBeEnabled();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'チェックした2組をまとめる' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2組をまとめます');
  await app.inspect('duplicates-many');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2組をまとめました')).toBeVisible();
  expect(await open(app)).toBe(1);
  expect((await (await app.client()).leads.list({})).total).toBe(5);

  await page.getByRole('radio', { name: '確認待ち' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'まとめた2組を元に戻す' })).toBeVisible();
  await app.inspect('duplicates-merged');
  await page.keyboard.press('u');
  await expect.poll(async () => await open(app)).toBe(3);
  await expect(page.getByText('まとめた組はまだありません')).toBeVisible();
});
