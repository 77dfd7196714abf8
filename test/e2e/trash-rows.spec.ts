import { csv, ImportScreen } from './pages/imports.ts';
import { expect, test } from './support/app.ts';

const HEAD = '会社名,氏名,メール,携帯';
const PERSON = '株式会社架空,山本 太郎,yamamoto@example.jp,';
const ERASED = '株式会社消去商会,鬼頭 朔太郎,s.kitoh@erased.example,';

test('somebody in the trash and somebody erased are answered before and after an import', async ({ app }) => {
  await app.open('/imports');
  const screen = new ImportScreen(app.page);
  await screen.takeIn(csv('春.csv', HEAD, PERSON, ERASED));
  const client = await app.client();
  const uidOf = async (search: string) => (await client.leads.list({ search })).rows[0]?.uid ?? '';
  await client.leads.trash({ uids: [await uidOf('山本')] });
  await client.leads.erase({ uid: await uidOf('鬼頭'), confirm: '鬼頭 朔太郎' });

  await screen.another();
  const again = csv('夏.csv', HEAD, `${PERSON}090-0000-0001`, ERASED);
  await screen.choose(again);
  const asked = await screen.openRows('保留');
  await expect(asked.getByRole('radio', { name: 'ごみ箱から戻して反映' })).toBeVisible();
  await app.inspect('imports-in-trash');
  await asked.getByRole('radio', { name: 'ごみ箱から戻して反映' }).press('Space');
  await app.page.keyboard.press('Escape');
  await expect(screen.main.getByRole('button', { name: '1行に答えました' })).toBeVisible();
  const out = await screen.openRows('取り込まない');
  await expect(out).toContainText('消去した人');
  await expect(out).toContainText('鬼頭 朔太郎');
  await app.inspect('imports-erased');
  await out.getByRole('checkbox').press('Space');
  await app.page.keyboard.press('Escape');
  await expect(screen.main.getByRole('button', { name: '1行に答えました' })).toHaveCount(2);
  await screen.main.getByRole('button', { name: '1行に答えました' }).last().press('Enter');
  await app.page.getByRole('dialog').getByRole('checkbox').press('Space');
  await app.page.keyboard.press('Escape');
  await expect(screen.main.getByRole('button', { name: '1行に答えました' })).toHaveCount(1);
  await screen.main.getByRole('button', { name: '1行に答えました' }).press('Enter');
  await app.page.getByRole('dialog').getByRole('radio', { name: 'あとで' }).press('Space');
  await app.page.keyboard.press('Escape');

  await screen.runByKey();
  await screen.expectDone();
  await screen.main.getByText('保留 1', { exact: true }).click();
  await app.inspect('imports-result-in-trash');
  await screen.main.getByRole('button', { name: '2行目 ごみ箱から戻して反映' }).press('Enter');
  await expect(screen.main).toContainText('この結果の行は、もうありません。');
  expect((await client.leads.list({})).total).toBe(1);
  expect((await client.leads.trashed({})).total).toBe(0);
});
