import { ImportScreen, sample } from './pages/imports.ts';
import { expect, test } from './support/app.ts';

test('the rules of calling are changed with their meaning in view, and the keys follow them', async ({
  app,
}) => {
  const { page } = app;
  await app.open('/imports');
  await new ImportScreen(page).takeIn(sample.sansan);
  const client = await app.client();
  await client.callLists.generate({});
  await app.show('/settings');
  await page.getByRole('link', { name: '電話のルールを直す' }).press('Enter');
  const examples = page.getByRole('complementary');
  // Friday 20th; Monday is a holiday.
  await expect(examples).toContainText('11/24(火) 電話');
  await page.getByLabel('不在の日数', { exact: true }).fill('2');
  await expect(examples.locator('dl > div').first()).toContainText('11/25(水) 電話');
  const save = page.getByRole('button', { name: 'ルールを保存' });
  await examples.getByText('C 低').click();
  await expect(examples).toContainText('担当者不在(上限の2回目)');
  // A number that cannot be is said at its field, and stands as it was typed.
  const times = page.getByLabel('C 低の回数');
  await times.fill('21');
  await expect(page.getByText('1〜20の数で')).toBeVisible();
  await expect(save).toBeDisabled();
  await expect(examples).toContainText('担当者不在(上限の2回目)');
  await times.fill('３');
  await expect(examples).toContainText('担当者不在(上限の3回目)');
  await expect(save).toBeEnabled();
  await page.getByLabel('「不在」の呼び名').fill('つながらない');
  await expect(page.getByText('全角3文字(半角6文字)までです')).toBeVisible();
  await expect(save).toBeDisabled();
  await page.getByLabel('「不在」の呼び名').fill('留守');
  // Five reasons at most: the last one gives way to the team's own.
  await page.getByRole('combobox', { name: '「断り」の理由' }).press('Backspace');
  await app.type('担当が替わった');
  await page.keyboard.press('Enter');
  await app.inspect('call-rules');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('電話のルールを保存しました')).toBeVisible();
  const { rules } = await client.callRules.get({});
  expect(rules).toMatchObject({ next: { noAnswer: 2 }, labels: { noAnswer: '留守' } });
  expect(rules.reasons.declined).toEqual(['timing', 'budget', 'competitor', 'noNeed', '担当が替わった']);

  await app.show('/calls/work');
  const keys = page.getByRole('region', { name: '電話の結果' });
  await expect(keys.getByRole('button', { name: '留守' })).toContainText('11/25(水)');
  await page.keyboard.press('7');
  await expect(page.getByRole('button', { name: /担当が替わった/ })).toBeVisible();
  // The pad of a list has the same words and reasons.
  const [list] = await client.callLists.list({});
  await app.show(`/calls/${list?.uid ?? ''}`);
  await expect(page.getByRole('button', { name: '留守' })).toBeVisible();
  await page.keyboard.press('7');
  await page.getByLabel('断りの理由').selectOption('担当が替わった');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('断りを記録しました')).toBeVisible();
  await page.evaluate(() => localStorage.setItem('dosen.lang', 'en'));
  await page.reload();
  await app.show('/settings/calls');
  await app.picture('call-rules-en-light');
});
