import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPrinter } from '#electron/backend/print/chromium-printer.ts';
import type { CallListHead } from '#shared/contract/calls.ts';
import { noOwnScripts } from '#shared/domain/calls/scripts.ts';
import { scriptText } from '#shared/i18n/call-scripts.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { pdfLinks, type PdfPage, readPdf, savePdf } from '#test/helpers/pdf.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const folder = tempFolder();
let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-24T01:00:00Z', ports: { printer: chromiumPrinter() } });
});
afterEach(async () => await t.stop());

const mark = (i: number): string => `M${String(i).padStart(4, '0')}M`;

/** Two callers and fifteen people of as many companies, whose names and numbers can be told apart on paper. */
async function twoLists(): Promise<{ lists: CallListHead[]; batchUid: string }> {
  const [first] = await t.client.members.list({});
  await t.client.members.save({ uid: first?.uid, name: '佐藤 花子', roles: ['inside'] });
  await t.client.members.save({ name: '鈴木/一郎', roles: ['inside'] });
  await makeLeads(
    t,
    Array.from({ length: 15 }, (_, i) => ({
      company: `株式会社${mark(i)}`,
      name: `山本 ${i}`,
      phone: `03-0000-${1000 + i}`,
      titleRank: 4,
      fields: { event_name: '架空ものづくり展' },
    })),
  );
  return await t.client.callLists.generate({});
}

const printedBy = (name: string): PdfPage[] => {
  const file = t.given.findLast(given => given.name === name);
  if (!file) throw new Error(`${name} was not printed: ${t.given.map(given => given.name).join(', ')}`);
  return readPdf(savePdf(folder, name, file.bytes));
};
const marksIn = (pages: readonly PdfPage[]): string[] => [
  ...new Set(pages.flatMap(page => page.text.match(/M\d{4}M/g) ?? [])),
];

describe('what was made together', () => {
  it('is printed as a PDF and a sheet per caller, nobody on two of them', async () => {
    const { batchUid, lists } = await twoLists();
    const { lists: printed } = await t.client.callLists.print({ batchUid });
    expect(printed.map(list => list.uid)).toEqual(lists.map(list => list.uid));
    const names = printed.map(list => list.pdf.name);
    expect(names).toEqual([
      expect.stringMatching(/_佐藤花子\.pdf$/),
      expect.stringMatching(/_鈴木一郎\.pdf$/),
    ]);
    expect(printed.every(list => list.sheet.name.endsWith('.xlsx'))).toBe(true);
    const papers = names.map(printedBy);
    for (const [i, pages] of papers.entries()) {
      expect(pages).toHaveLength(printed[i]?.pages ?? 0);
      for (const page of pages) {
        expect(page.text).toContain(lists[i]?.number ?? '');
        expect(page.text).toContain((lists[i]?.callerName ?? '').replace(' ', ''));
      }
    }
    const everybody = papers.flatMap(marksIn);
    expect(everybody.toSorted()).toEqual(Array.from({ length: 15 }, (_, i) => mark(i)));
    const heads = await t.client.callLists.list({});
    expect(heads.every(head => head.printedAt !== null)).toBe(true);
  });

  it('never shows somebody who may not be called any more: the row keeps its number, without name and phone', async () => {
    const { lists } = await twoLists();
    const [list] = lists;
    const items = (await t.client.callLists.get({ uid: list?.uid ?? '' })).items;
    const [first, second, third] = items;
    await t.client.calls.record({
      leadUid: first?.leadUid ?? '',
      outcome: 'declined',
      reason: 'other',
      doNotCall: true,
    });
    await t.client.leads.trash({ uids: [second?.leadUid ?? ''] });
    const { lists: printed } = await t.client.callLists.print({ uid: list?.uid ?? '' });
    const name = printed[0]?.pdf.name ?? '';
    const pages = printedBy(name);
    const text = pages.map(page => page.text).join('');
    for (const gone of [first, second]) {
      expect(text).not.toContain(gone?.companyName);
      expect(text).not.toContain(gone?.phone);
    }
    expect(text).toContain(third?.companyName);
    expect(text.split('この行の人には、いまは電話しません。')).toHaveLength(3);
    expect(pages[1]?.words.filter(word => word.right < 26.4 && /^\d+$/.test(word.text))).toHaveLength(
      items.length,
    );
    const links = pdfLinks(
      savePdf(folder, 'links.pdf', t.given.findLast(file => file.name === name)?.bytes ?? new Uint8Array()),
    );
    expect(links).toContain(`tel:${third?.phoneE164 ?? ''}`);
    expect(links).not.toContain(`tel:${first?.phoneE164 ?? ''}`);
  });
});

describe('the cover', () => {
  it('carries the script that suits most people, in the words of the team, its blanks filled in', async () => {
    const { lists } = await twoLists();
    const uid = lists[0]?.uid ?? '';
    const { html } = await t.client.callLists.html({ uid });
    expect(html).toContain('トークスクリプト　展示会後');
    expect(html).toContain('先日の架空ものづくり展では');
    expect(html).toContain('佐藤 花子と申します');
    // The week ends on Friday 11-27; the second and fourth business days after it.
    expect(html).toContain('12/1(火) 10時と12/3(木) 14時では');
    const own = {
      ...scriptText(noOwnScripts, 'dormant', catalogue('ja')),
      opening: '{{担当者名}}の言葉です',
    };
    await t.client.callScripts.save({ scripts: { ...noOwnScripts, dormant: own } });
    const chosen = await t.client.callLists.html({ uid, script: 'dormant' });
    expect(chosen.html).toContain('佐藤 花子の言葉です');
    expect(chosen.html).not.toContain('{{');
  });

  it('follows the paper that was chosen, which is remembered', async () => {
    const { lists } = await twoLists();
    const uid = lists[0]?.uid ?? '';
    const layout = { paper: 'portrait', density: 'tight', binding: 'top' } as const;
    expect((await t.client.callLists.html({ uid, layout })).html).toContain('size:A4 portrait');
    expect((await t.client.callLists.html({ uid })).html).toContain('size:A4 landscape');
    await t.client.settings.savePreferences({ printLayout: layout });
    expect((await t.client.system.status({})).preferences.printLayout).toEqual(layout);
  });
});
