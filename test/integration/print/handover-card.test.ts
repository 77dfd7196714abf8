import { describe, expect, it } from 'vitest';
import { chromiumPrinter, PRINTER_FONT_BASE } from '#electron/backend/print/chromium-printer.ts';
import { addDays, day, instant } from '#shared/domain/base/days.ts';
import { type Card, zCard } from '#shared/domain/opportunities/card.ts';
import { defaultCriteria } from '#shared/domain/opportunities/criteria.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { type HandoverCardInput, handoverCardHtml } from '#shared/print/handover-card.ts';
import { inkBox, pdfFonts, pdfRaster, readPdf, savePdf } from '#test/helpers/pdf.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const folder = tempFolder();
const TODAY = day('2026-11-20');

const card: Card = zCard.parse({
  companyName: '株式会社あおぞら架空製作所',
  department: '製造本部 第二製造部',
  title: '部長',
  name: '髙﨑 𠮷乃',
  kana: 'タカサキ ヨシノ',
  phone: '045-000-1002',
  email: 'takasaki@example.jp',
  channel: 'event',
  eventName: '展示会2026秋',
  band: 'hot',
  total: 84,
  rulesN: 0,
  why: [
    { rule: 'titleRank', value: '4', points: 30, occurredOn: null },
    { rule: 'material.requested', value: null, points: 20, occurredOn: '2026-11-10' },
    { rule: 'page.pricing', value: null, points: 15, occurredOn: '2026-11-18' },
  ],
  calls: [{ on: '2026-11-20', outcome: 'appointment', note: '来月の稟議に間に合わせたい' }],
  said: '更新が3月。決めるのは工場長。\n見積もりは2案ほしい。',
  meetingOn: '2026-11-26',
  meetingAt: '2026-11-26T05:00:00.000Z',
  place: '先方 本社3階',
  tasks: [{ kind: 'document', text: '導入事例集', dueOn: '2026-11-24' }],
  criteria: defaultCriteria.items.map(item => ({ ...item, met: item.required })),
  overrideReason: '',
  answerDueAt: '2026-11-24T01:00:00.000Z',
});

const LONG = `${'とても長い話です。'.repeat(300).slice(0, 1999)}終`;
/** Everything as long and as many as it can be typed. */
const fullest: Card = {
  ...card,
  said: LONG,
  overrideReason: `${'例'.repeat(499)}完`,
  calls: Array.from({ length: 3 }, () => ({ on: TODAY, outcome: 'other', note: `${'電'.repeat(300)}了` })),
  tasks: Array.from({ length: 12 }, (_, i) => ({
    kind: 'task',
    text: `${'長い用件'.repeat(49)}#${i}#`,
    dueOn: addDays(TODAY, i),
  })),
  criteria: Array.from({ length: 12 }, (_, i) => ({
    id: `own${i}`,
    text: `${'長い基準'.repeat(24)}[${i}]`,
    required: true,
    met: false,
  })),
};

const input = (of: Card, more: Partial<HandoverCardInput> = {}): HandoverCardInput => ({
  language: 'ja',
  fromName: '佐藤 花子',
  toName: '鈴木 一郎',
  madeAt: instant('2026-11-20T16:00:00+09:00'),
  card: of,
  printedAt: instant('2026-11-20T16:05:00+09:00'),
  practice: false,
  ...more,
});

async function printed(of: HandoverCardInput, name: string): Promise<string> {
  const html = handoverCardHtml(of, { fontBaseUrl: PRINTER_FONT_BASE });
  return savePdf(folder, name, await chromiumPrinter().toPdf(html));
}

describe('the hand-over card', () => {
  it('is one A4 page, upright, in the order in which field sales reads', async () => {
    const file = await printed(input(card), 'card.pdf');
    const pages = readPdf(file);
    expect(pages).toHaveLength(1);
    const [page] = pages;
    expect([Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)]).toEqual([210, 297]);
    const text = page?.text ?? '';
    const { sheet } = catalogue('ja').opportunities;
    const parts = [
      '佐藤花子',
      '鈴木一郎',
      '髙﨑',
      '045-000-1002',
      '役職が部長で',
      '工場長',
      '2案ほしい',
      '2026年11月26日(木)14:00',
      '先方本社3階',
      '導入事例集',
      '来月の稟議',
      sheet.criteria,
      '返事の期限2026年11月24日(火)10:00',
      '1時期尚早',
    ];
    const places = parts.map(part => text.indexOf(part));
    expect(
      places.every(place => place >= 0),
      parts.filter((_, i) => (places[i] ?? -1) < 0).join(),
    ).toBe(true);
    // 𠮷 comes from the variable fallback font, which Chromium draws as Type 3: embedded too.
    expect(pdfFonts(file).filter(line => !/ yes (?:yes|no) /.test(line.replaceAll(/\s+/g, ' ')))).toEqual([]);
    // Pixels at 254 dpi are tenths of a millimetre.
    const box = inkBox(pdfRaster(file, 1, 254));
    expect(box.left).toBeGreaterThanOrEqual(148);
    expect(box.right).toBeLessThanOrEqual(1952);
    expect(box.bottom).toBeLessThanOrEqual(2872);
  });

  it('goes on to further pages rather than lose a word', async () => {
    const pages = readPdf(await printed(input(fullest), 'fullest.pdf'));
    const text = pages.map(page => page.text).join('');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThanOrEqual(6);
    for (const mark of ['終', '完', '了', '#0#', '#11#', '[0]', '[11]', '引き受ける'])
      expect(text, mark).toContain(mark);
  });

  it('marks practice, speaks English, and lets nothing typed become markup', async () => {
    const wild = input(
      { ...card, said: '<img src=x onerror=alert(1)>', name: '"><script>' },
      { practice: true },
    );
    const html = handoverCardHtml(wild, { fontBaseUrl: '/fonts/' });
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('練習');
    const pages = readPdf(await printed(input(card, { language: 'en' }), 'card-en.pdf'));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain('Hand-overcard');
  });

  it('without anything but a name is still a page with its boxes', async () => {
    const bare: Card = {
      ...card,
      companyName: '',
      department: '',
      title: '',
      kana: '',
      phone: '',
      email: '',
      why: [],
      calls: [],
      said: '',
      meetingOn: null,
      meetingAt: null,
      place: '',
      tasks: [],
      answerDueAt: null,
    };
    const pages = readPdf(await printed(input(bare), 'bare.pdf'));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain('日時はまだ決まっていません');
  });
});
