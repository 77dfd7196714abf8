import { day, instant } from '#shared/domain/base/days.ts';
import { defaultCallRules } from '#shared/domain/calls/call-rules.ts';
import { defaultLayout } from '#shared/domain/calls/print-layout.ts';
import { type CallScript, fillScript, noOwnScripts, zCallScript } from '#shared/domain/calls/scripts.ts';
import { scriptText } from '#shared/i18n/call-scripts.ts';
import { catalogue } from '#shared/i18n/index.ts';
import type { CallListInput, CallListRow } from '#shared/print/call-list-input.ts';

/** The kinds of rows a real list is made of: 外字, long names, every form of number, every band, full and empty cells. */
const SAMPLES: readonly Omit<CallListRow, 'no'>[] = [
  row(
    '株式会社みなと架空物流',
    '業務部',
    '課長',
    '小川 直樹',
    'オガワ ナオキ',
    '03-0000-1182',
    '+81300001182',
    {
      points: 62,
      history: ['11/19(木) 再TEL①', '約束 11/24 15:00', '倉庫の移転が決まってから'],
      nextOn: day('2026-11-24'),
      nextTime: '15:00',
    },
  ),
  row(
    'かりもり食品株式会社',
    '購買部',
    '係長',
    '吉田 真由美',
    'ヨシダ マユミ',
    '045-000-3127',
    '+81450003127',
    {
      points: 58,
      secondPhone: { kind: 'mobile', text: '080-0000-3127', tel: '+818000003127', extension: null },
      history: ['11/18(水) 再TEL①', '約束 11/25 10:30', '来期の予算が固まる頃'],
      nextOn: day('2026-11-25'),
      nextTime: '10:30',
    },
  ),
  row(
    'すずかけ架空電機株式会社',
    '設備課',
    '課長',
    '髙橋 健一',
    'タカハシ ケンイチ',
    '052-000-4410',
    '+81520004410',
    {
      points: 55,
      history: ['11/17(火) 担当不在①', '展示会2026秋・仕分けB', '午後なら話せる'],
      nextOn: day('2026-11-25'),
      nextTime: '14:00',
    },
  ),
  row(
    'あおぞら架空製作所',
    '生産本部',
    '部長',
    '山本 太郎',
    'ヤマモト タロウ',
    '090-0000-1001',
    '+819000001001',
    {
      band: 'hot',
      points: 98,
      secondPhone: { kind: 'main', text: '03-0000-1001', tel: '+81300001001', extension: '12' },
      history: ['料金ページを閲覧(11/20)', '11/12 本人と話せた', '来期の更新に合わせて検討'],
      nextOn: day('2026-11-25'),
      nextTime: '18:00まで',
    },
  ),
  row(
    '北浜仮想システムズ株式会社',
    '情報企画室',
    '室長',
    '森 千尋',
    'モリ チヒロ',
    '06-0000-2040',
    '+81600002040',
    {
      band: 'hot',
      points: 86,
      phone: { text: '06-0000-2040', tel: '+81600002040', extension: '212' },
      history: ['2通目に返信(11/24)', '展示会2026秋', '他社と比較中。事例を希望'],
      nextOn: day('2026-11-26'),
    },
  ),
  row(
    '株式会社ひかり架空印刷',
    '総務部',
    '部長',
    '中村 亮',
    'ナカムラ リョウ',
    '0120-000-6033',
    '+81120006033',
    {
      points: 64,
      history: ['11/16(月) 不在②', '資料請求(11/10)', '午前は不在が多い'],
      nextTime: '13時台',
    },
  ),
  row(
    'まるやま仮想工業株式会社',
    '品質保証部',
    '主任',
    '𠮷野 恵',
    'ヨシノ メグミ',
    '01267-0-7091',
    '+81126707091',
    {
      points: 61,
      history: ['はじめての電話', '展示会2026秋・仕分けB', '11/30にCへ下がる'],
    },
  ),
  row(
    'えんじゅ架空産業ホールディングス株式会社関西統括支店',
    '経営企画本部 事業開発推進部 第二グループ',
    '担当部長代理',
    'アレクサンドラ・フェルナンデス＝山崎',
    'アレクサンドラ フェルナンデス ヤマザキ',
    '06-0000-8124',
    '+81600008124',
    {
      band: 'low',
      points: 37,
      phone: { text: '06-0000-8124（夜間 050-0000-8124）', tel: '+81600008124', extension: '1234' },
      secondPhone: { kind: 'direct', text: '090-0000-8124', tel: '+819000008124', extension: null },
      history: [
        '11/13(金) 不在①　受付のかたに伝言をお願いした',
        'デモを見た方(展示会2026秋のブースで15分の説明)',
        '予算は来年度、決裁は本社の情報システム部と共同',
      ],
      inCompany: { index: 1, of: 12 },
      nextTime: '15時台',
    },
  ),
  row(
    'わかば架空薬品株式会社',
    '研究管理部',
    '課長',
    '石井 美穂',
    'イシイ ミホ',
    '0463-00-1452',
    '+81463001452',
    {
      points: 52,
      inCompany: { index: 1, of: 2 },
      secondPhone: { kind: 'mobile', text: '070-0000-1452', tel: '+817000001452', extension: null },
      history: ['はじめての電話', 'セミナー(11/5)', '質問2件に回答ずみ'],
    },
  ),
  row(
    'わかば架空薬品株式会社',
    '購買課',
    '主任',
    '\u5409野 弘',
    'ヨシノ ヒロシ',
    '0463-00-1450',
    '+81463001450',
    {
      points: 52,
      inCompany: { index: 2, of: 2 },
      history: ['はじめての電話', '名刺交換 10/22'],
    },
  ),
  row('株式会社つばめ仮想商事', '', '', '藤﨑 学', '', '0120-000-347', null, { points: 47, history: [] }),
  row(
    'みどり野サンプル運輸株式会社',
    '管理本部',
    '本部長',
    '松本 圭',
    'マツモト ケイ',
    '011-000-4404',
    '+81110004404',
    {
      band: 'low',
      points: 4,
      history: ['はじめての電話', '展示会2026秋'],
    },
  ),
];

function row(
  company: string,
  department: string,
  jobTitle: string,
  name: string,
  kana: string,
  phone: string,
  tel: string | null,
  rest: Partial<CallListRow>,
): Omit<CallListRow, 'no'> {
  return {
    band: 'mid',
    points: 50,
    company,
    department,
    jobTitle,
    inCompany: { index: 1, of: 1 },
    name,
    kana,
    phone: { text: phone, tel, extension: null },
    secondPhone: null,
    history: [],
    nextOn: null,
    nextTime: null,
    ...rest,
  };
}

/** `count` rows, numbered from 1. From the thirteenth on the name carries its number, so each can be told apart. */
export function sampleRows(count: number): CallListRow[] {
  return Array.from({ length: count }, (_, i) => {
    const sample = SAMPLES[i % SAMPLES.length] ?? SAMPLES[0];
    if (!sample) throw new Error('no samples');
    const name = i < SAMPLES.length ? sample.name : `${sample.name.slice(0, 4)}${i + 1}`;
    return { ...sample, no: i + 1, name };
  });
}

/** A script as it is printed, everything in braces known. */
const filled = (script: CallScript): CallScript =>
  zCallScript.parse(
    JSON.parse(
      fillScript(
        JSON.stringify(script),
        {
          ownCompany: '導線みなと株式会社',
          caller: '佐藤 花子',
          event: '架空ものづくり展2026',
          firstDate: '12/1(火) 10時',
          secondDate: '12/3(木) 14時',
        },
        '○○',
      ),
    ),
  );

/** The list of one caller for 2026-W48. */
export function sampleList(count: number, rest: Partial<CallListInput> = {}): CallListInput {
  const language = rest.language ?? 'ja';
  return {
    language,
    name: null,
    week: { from: day('2026-11-23'), to: day('2026-11-27'), holidays: [day('2026-11-23')] },
    caller: '佐藤 花子',
    serial: 480,
    rows: sampleRows(count),
    cover: {
      script: { code: 'material', ...filled(scriptText(noOwnScripts, 'material', catalogue(language))) },
      rules: defaultCallRules,
      listedOn: [],
      excluded: { doNotCall: 12, noPhone: 9, attemptsUsedUp: 4, lowRank: 312, overLimit: 0 },
      elsewhere: { stepMail: 312, callList: 25, hold: 0 },
      workdays: ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map(day),
    },
    layout: defaultLayout,
    printedAt: instant('2026-11-24T08:40:00+09:00'),
    practice: false,
    ...rest,
  };
}
