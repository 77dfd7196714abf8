import { pdfText } from '#test/helpers/pdf.ts';
import { expect, test } from './support/app.ts';

test('a whole week in practice: list, paper, ten results, a hot lead, 商談, hand-over, return', async ({
  app,
}) => {
  const { page } = app;
  const main = page.getByRole('main');
  app.expectComplaint(/Blocked script execution in 'about:srcdoc'/);
  await app.start();
  const client = await app.client();
  await client.store.create({ practice: true, sample: 300 });
  const [me] = await client.members.list({});
  await client.members.save({ uid: me?.uid, name: '佐藤 花子', roles: ['inside', 'manager'] });
  await client.members.save({ name: '鈴木 一郎', roles: ['field'] });

  // Tuesday after the holiday: the week's list, made by one question and printed.
  await client.system.setClock({ now: '2026-11-24T08:45:00+09:00' });
  await app.open('/calls');
  await page.getByLabel('今週かけられる件数').fill('20');
  await page.getByRole('button', { name: '今週の電話リストを作る' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^電話リスト \d+-\d$/ })).toBeVisible();
  await page.getByRole('button', { name: '印刷の見本' }).press('Enter');
  await expect(page.locator('.preview-frame')).toHaveAttribute('srcdoc', /練習/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /PDF/ }).first().press('Enter');
  const paper = pdfText(await (await download).path());
  await page.keyboard.press('Escape');
  const list = (await client.callLists.list({}))[0];
  const { items } = await client.callLists.get({ uid: list?.uid ?? '' });
  for (const item of items) expect(paper).toContain(item.phone);
  expect((await client.callLists.get({ uid: list?.uid ?? '' })).printedAt).not.toBeNull();

  // Ten results by single keys.
  await app.show('/calls');
  await page.getByRole('link', { name: '電話を始める' }).press('Enter');
  const card = page.getByRole('article', { name: '電話する人' });
  const name = async () => (await card.getByRole('heading', { level: 2 }).textContent()) ?? '';
  const called: string[] = [];
  const press = async (...keys: string[]) => {
    const before = await name();
    called.push(before);
    for (const key of keys) await page.keyboard.press(key);
    await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(before);
  };
  for (const keys of [['1'], ['2'], ['3'], ['5'], ['8'], ['9'], ['7', '2']]) await press(...keys);
  await page.keyboard.press('4');
  await page.getByLabel('かけ直す日時').fill('11/26');
  await page.getByLabel('時刻').fill('10:30');
  await press('Control+Enter');
  await page.keyboard.press('6');
  await page.getByLabel('アポの日時').fill('11/27');
  await page.getByLabel('時刻').fill('15:00');
  await page.getByLabel('場所').fill('先方 会議室');
  await press('Control+Enter');
  await press('1');
  expect(new Set(called).size).toBe(10);
  await expect
    .poll(async () => (await client.callLists.get({ uid: list?.uid ?? '' })).done)
    .toBeGreaterThanOrEqual(9);
  await page.keyboard.press('Escape');
  await app.picture('week-calls');

  // Wednesday: an enquiry makes somebody hot, and 今日 says so first.
  await client.system.setClock({ now: '2026-11-25T10:00:00+09:00' });
  await app.show('/');
  const { rows } = await client.leads.list({ band: 'mid', limit: 200 });
  const hot = rows.find(row => row.nextKind === 'firstContact' || row.nextKind === 'call') ?? rows[0];
  await client.events.record({ leadUid: hot?.uid ?? '', kind: 'enquiry.received' });
  await expect(page.locator('.queue-row').first()).toContainText(hot?.name ?? '', { timeout: 5000 });
  await expect(page.locator('.queue-row').first()).toContainText('「問い合わせ」をきっかけに');
  await expect(main).toContainText('引き渡し');
  await app.picture('week-today');

  // The appointment of yesterday is handed over to field sales, who accepts it and gives it back on Friday.
  // The heading goes on with the reading.
  const sold = (called[8] ?? '').replace(/[ァ-ヴ].*$/, '');
  const row = page.locator('.queue-row', { hasText: '引き渡しがまだです' }).filter({ hasText: sold });
  await row.press('Enter');
  await page.getByLabel('相手が話したこと・伝えたいこと').fill('年度内に決めたい');
  for (const box of await main.getByRole('checkbox').all())
    if (!(await box.isChecked())) await box.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${sold}を引き渡しました`)).toBeVisible();
  await app.show('/opportunities');
  const waiting = page.locator('.deal-line').filter({ hasText: sold });
  await waiting.getByRole('button', { name: '引き受ける' }).first().focus();
  await page.keyboard.press('y');
  await expect(page.getByText(`${sold}を引き受けました`)).toBeVisible();

  await client.system.setClock({ now: '2026-11-27T16:00:00+09:00' });
  await app.show('/opportunities');
  await app.picture('week-deals');
  await page.locator('.deal-card', { hasText: sold }).press('Enter');
  await page.getByRole('button', { name: '差し戻す' }).focus();
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('次に様子を見る日').fill('2027/1/15');
  await dialog.getByRole('button', { name: '時期尚早' }).focus();
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${sold}を差し戻しました`)).toBeVisible();
  const [back] = (await client.leads.list({ search: sold })).rows;
  expect(back).toMatchObject({ name: sold, stage: 'open', nextKind: 'nurture', nextOn: '2027-01-15' });

  // Whoever was promised a call is due; who has no next step has a stated reason.
  await app.show('/');
  await expect(main).toContainText('再TELの約束');
  await app.picture('week-friday');
  const resting = await client.leads.list({ view: 'noNext', limit: 300 });
  expect(resting.rows.filter(lead => lead.nextReason === null)).toEqual([]);
});
