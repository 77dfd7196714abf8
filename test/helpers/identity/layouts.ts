import { pick, type Random } from '#shared/domain/base/seeded.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import type { Habits, Spelt } from './spelling.ts';

/** A way of writing cards into a file. */
export interface Layout {
  readonly name: string;
  readonly habits: Habits;
  readonly encode: (text: string) => Uint8Array;
  readonly delimiter: ',' | '\t';
  readonly newline: '\r\n' | '\n';
  /** Lines above the header, as they stand. */
  readonly preamble: readonly string[];
  readonly header: readonly string[];
  readonly row: (card: Spelt, random: Random, n: number) => readonly string[];
}

const APP: Habits = { questionMarks: false, unicode: true, typed: false };
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const utf8Bom = (text: string): Uint8Array => utf8(`\uFEFF${text}`);
export const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));

const named = (card: Spelt, gap: string): string => [card.last, card.first].filter(Boolean).join(gap);
const kana = (card: Spelt, gap: string): string => [card.lastKana, card.firstKana].filter(Boolean).join(gap);

const NUMBERED: Layout = {
  name: 'numbered',
  habits: APP,
  encode: utf8Bom,
  delimiter: ',',
  newline: '\r\n',
  preamble: [],
  header:
    '会社名,部署名,役職,氏名,氏名［姓］,氏名［名］,氏名（カナ）［姓］,氏名（カナ）［名］,郵便番号(1),住所(1)［全て］,TEL-1(1),TEL-2(1),携帯電話(1),Email(1),名刺交換日,メモ,人物ID'.split(
      ',',
    ),
  row: (c, random) => [
    c.company,
    c.department,
    c.title,
    named(c, ' '),
    c.last,
    c.first,
    c.lastKana,
    c.firstKana,
    c.postal,
    c.address,
    c.main,
    c.direct,
    c.mobile,
    c.email,
    c.metOn,
    random() < 0.1 ? `来場, 展示会\n「${c.department}」の方` : '',
    c.serviceId,
  ],
};

const EIGHT: Layout = {
  name: 'eight',
  habits: { questionMarks: true, unicode: false, typed: false },
  encode: cp932,
  delimiter: ',',
  newline: '\r\n',
  preamble: ['名刺データ', '生成日時: 2026/11/05 09:12:33', '', '※「?」は読み取れなかった文字です', ''],
  header:
    "会社名,部署名,役職,姓,名,e-mail,郵便番号,住所,TEL会社,TEL部門,TEL直通,Fax,携帯電話,URL,名刺交換日,Eightでつながっている人,再データ化中の名刺,'?'を含んだデータ,展示会2026秋".split(
      ',',
    ),
  row: (c, random) => [
    c.company,
    c.department,
    c.title,
    c.last,
    c.first,
    c.email,
    c.postal,
    c.address,
    c.main,
    '',
    c.direct,
    '',
    c.mobile,
    '',
    c.metOn,
    random() < 0.3 ? '1' : '',
    '',
    /\?/.test(c.company + c.last + c.first) ? '1' : '',
    random() < 0.5 ? '1' : '',
  ],
};

const CAMCARD: Layout = {
  name: 'camcard',
  habits: APP,
  encode: utf16,
  delimiter: '\t',
  newline: '\r\n',
  preamble: [],
  header: [
    '氏名',
    '姓',
    '名',
    'ニックネーム',
    '会社',
    '部署',
    '役職',
    'メール',
    '電話',
    '住所',
    'ウェブサイト',
  ],
  row: c => [
    named(c, ' '),
    c.last,
    c.first,
    '',
    c.company,
    c.department,
    c.title,
    c.email,
    [c.mobile && `携帯:${c.mobile}`, c.main && `会社電話:${c.main}`, c.direct && `会社電話:${c.direct}`]
      .filter(Boolean)
      .join('\n'),
    ` ${c.address}  ${c.postal}`,
    '',
  ],
};

const TYPED: Layout = {
  name: 'typed',
  habits: { questionMarks: false, unicode: false, typed: true },
  encode: cp932,
  delimiter: ',',
  newline: '\r\n',
  preamble: [],
  header: ['No.', '会社名', '氏名', '部署', '役職', 'TEL', '携帯', 'メールアドレス', '備考'],
  row: (c, random, n) => [
    String(n),
    c.company,
    named(c, pick(random, [' ', '　', ''])),
    c.department,
    c.title,
    c.main,
    c.mobile,
    c.email,
    '',
  ],
};

const ORGANISER: Layout = {
  name: 'organiser',
  habits: { questionMarks: false, unicode: true, typed: true },
  encode: utf8,
  delimiter: ',',
  newline: '\n',
  preamble: ['来場者一覧,,,', ''],
  header: [
    '受付番号',
    '貴社名',
    'お名前',
    'フリガナ',
    '部署名',
    '役職',
    '電話番号',
    '携帯番号',
    'メール',
    '来場日時',
  ],
  row: (c, random, n) => [
    `A${n}`,
    c.company,
    named(c, pick(random, [' ', '　'])),
    kana(c, '　'),
    c.department,
    c.title,
    c.main,
    c.mobile,
    c.email,
    `${c.metOn} 10:30`,
  ],
};

export const LAYOUTS: readonly Layout[] = [NUMBERED, EIGHT, CAMCARD, TYPED, ORGANISER];
