import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import { ImportScreen, sample } from './pages/imports.ts';
import { type App, expect, test } from './support/app.ts';

/** Names of the procedures about lists and people that the window calls from now on; the frame reads by its own clock. */
function callsOf(page: Page): string[] {
  const calls: string[] = [];
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    const [, called] = /^\/rpc\/((?:calls|callLists|leads|events)\/.*)/.exec(pathname) ?? [];
    if (called !== undefined) calls.push(called);
  });
  return calls;
}

async function withList(app: App): Promise<void> {
  await app.open('/imports');
  await new ImportScreen(app.page).takeIn(sample.sansan);
  await (await app.client()).callLists.generate({});
  await app.show('/calls');
  await app.page.getByRole('link', { name: '電話を始める' }).press('Enter');
  // Keys pressed before the cards are there mean nothing.
  await expect(app.page.getByRole('article', { name: '電話する人' })).toBeVisible();
}

test('a caller works through the queue by single keys', async ({ app }) => {
  const { page } = app;
  await withList(app);
  const card = page.getByRole('article', { name: '電話する人' });
  const keys = page.getByRole('region', { name: '電話の結果' });
  await expect(card).toBeVisible();
  await app.inspect('workspace');
  const name = async () => (await card.getByRole('heading', { level: 2 }).textContent()) ?? '';
  const first = await name();

  // The date stands on the key before it is pressed. Monday is a holiday.
  await expect(keys.getByRole('button', { name: '不在' }).first()).toContainText('11/24(火)');
  // One call, and the next card does not even wait for its answer.
  const calls = callsOf(page);
  let answer: () => void = () => undefined;
  const held = new Promise<void>(resolve => (answer = resolve));
  await page.route('**/rpc/calls/record', async route => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('1');
  await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(first);
  await expect.poll(() => calls).toEqual(['calls/record']);
  answer();
  await page.waitForResponse('**/rpc/calls/record');
  await page.unroute('**/rpc/calls/record');
  await expect(page.getByRole('status').filter({ hasText: '不在' })).toBeVisible();

  // One key takes it back, and the card is there again.
  await page.keyboard.press('u');
  await expect(card.getByRole('heading', { level: 2 })).toHaveText(first);
  await page.keyboard.press('1');
  await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(first);

  // A call nobody timed is said in minutes, and one that was timed too long is corrected.
  await page.getByLabel('通話時間(分)').fill('3');
  await expect(page.getByRole('timer')).toHaveText('3:00');
  await page.getByLabel('通話時間(分)').fill('0');
  await page.getByLabel('通話時間(分)').blur();
  await page.keyboard.press('t');
  await expect(page.getByRole('timer')).toHaveText(/^0:0[1-9]$/);
  await page.keyboard.press('t');
  await page.getByLabel('通話時間(分)').fill('7');
  await expect(page.getByRole('timer')).toHaveText('7:00');

  // Digits in the note are text.
  const second = await name();
  await page.getByLabel('通話時間(分)').blur();
  await page.keyboard.press('n');
  await app.type('予算は120万円');
  await expect(page.getByLabel('メモ(1行)')).toHaveValue('予算は120万円');
  await expect(card.getByRole('heading', { level: 2 })).toHaveText(second);
  await page.keyboard.press('Enter');
  await page.keyboard.press('7');
  await app.inspect('workspace-reason');
  await page.keyboard.press('2');
  await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(second);
  await expect(page.getByLabel('メモ(1行)')).toHaveValue('');

  // An appointment asks when and where, nothing else.
  const third = await name();
  await page.keyboard.press('6');
  await expect(page.getByLabel('アポの日時')).toBeFocused();
  await page.getByLabel('アポの日時').fill('11/26');
  await page.getByLabel('時刻').fill('15:30');
  await page.getByLabel('場所').fill('本社 3階');
  await app.inspect('workspace-appointment');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(third);
  const download = page.waitForEvent('download');
  await page.keyboard.press('c');
  const text = await readFile(await (await download).path(), 'utf8');
  const event = new ICAL.Event(
    new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') ?? undefined,
  );
  expect(event.startDate.toString()).toBe('2026-11-26T15:30:00');
  expect(event.location).toBe('本社 3階');

  // A promise for later today waits at the end of the queue.
  const fourth = await name();
  await page.keyboard.press('4');
  await page.getByLabel('かけ直す日時').fill('11/20');
  await page.getByLabel('時刻').fill('17:00');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(fourth);

  // 電話禁止 asks once, and the person is gone for good.
  const fifth = await name();
  await page.keyboard.press('Shift+D');
  await app.inspect('workspace-do-not-call');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(fifth);
  expect(calls.filter(call => /queue|callLists/.test(call))).toEqual([]);

  const client = await app.client();
  const names = (await client.calls.queue({})).cards.map(entry => entry.name);
  for (const gone of [first, second, third, fifth]) expect(names).not.toContain(gone);
  const { rows } = await client.leads.list({ search: fifth.slice(0, 2), limit: 50 });
  expect(rows.some(row => row.doNotCall)).toBe(true);

  // A queue that was left open over the night says so.
  const again = page.getByRole('main').getByText('日付が変わりました').getByRole('button');
  await expect(again).toHaveCount(0);
  await app.host.moveTo('2026-11-24T01:00:00Z');
  await again.press('Enter');
  await expect(again).toHaveCount(0);
});

test('the day is counted, reported in words, and nobody is behind before five', async ({ app }) => {
  const { page } = app;
  await withList(app);
  await page.keyboard.press('1');
  await page.keyboard.press('n');
  await app.type('来週もう一度');
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await page.keyboard.press('6');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3件すみ')).toBeVisible();
  await app.show('/calls/day');
  const main = page.getByRole('main');
  await expect(main.getByRole('row', { name: /^架電/ }).first()).toContainText('3 / 30');
  await expect(main).toContainText('慣らし');
  await expect(main).not.toContainText('あと27件');
  const report = page.getByLabel('日報', { exact: true });
  await expect(report).toHaveValue(/架電 3件\n本人と話せた 1件\nアポ 1件/);
  await expect(report).toHaveValue(/担当者不在\) 来週もう一度/);
  await expect(main).toContainText('アポまでの接触は中央値1回');
  await page.getByText('くわしく').press('Enter');
  await app.inspect('call-day');
  await report.fill('書き直した');
  await page.getByRole('button', { name: '下書きに戻す' }).press('Enter');
  await expect(report).toHaveValue(/^日報 2026年11月20日/);
});
