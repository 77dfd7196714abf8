import { expect, test } from './support/app.ts';

test('several cards are typed and pasted as rows, looked up, saved at once and taken back', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/imports/card');
  const client = await app.client();
  await client.leads.create({
    companyName: '架空商事株式会社',
    name: '山本 太郎',
    email: 't.yamamoto@kakuu.example',
  });
  const cell = (name: string, row: number) => page.getByLabel(`${name} ${row}行目`, { exact: true });
  await cell('会社名', 1).focus();
  await app.type('架空電機株式会社');
  await page.keyboard.press('Tab');
  await app.type('森 千尋');
  await page.keyboard.press('Enter');
  await expect(cell('氏名', 2)).toBeFocused();
  await cell('会社名', 2).focus();
  const copied =
    '架空商事株式会社\t山本 太郎\t部長\t03-0000-1001\tt.yamamoto@kakuu.example\n架空物産株式会社\t佐藤 花子\t\t\t\t"展示会で\n立ち話"\n';
  await page.evaluate(text => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, copied);
  await expect(cell('メモ', 3)).toHaveValue(/展示会で/);
  const rows = page.getByRole('table', { name: '名刺' }).locator('tbody tr');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText('新しい人');
  await expect(rows.nth(1)).toContainText('登録ずみ(補う)');
  await expect(rows.nth(1)).toContainText('山本 太郎');
  await expect(rows.nth(2)).toContainText('新しい人');
  await cell('メール', 4).fill('dare@kakuu.example');
  await expect(rows.nth(3)).toContainText('会社名か氏名が必要です');
  await expect(page.getByRole('button', { name: /人を保存/ })).toBeDisabled();
  await app.inspect('typed-cards');
  await page.getByRole('button', { name: '4行目を消す' }).press('Enter');

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3人を保存しました 新しい人2、登録ずみ1、似た人あり0')).toBeVisible();
  expect((await client.leads.list({})).total).toBe(3);
  expect((await client.leads.list({ search: '立ち話' })).rows.map(row => row.name)).toEqual(['佐藤 花子']);
  await page.locator('.toast').getByRole('button', { name: '元に戻す' }).press('Enter');
  await expect(page.getByText('「名刺の手入力」を元に戻しました')).toBeVisible();
  expect((await client.leads.list({})).rows.map(row => row.title)).toEqual(['']);
});
