import { foldCharacters, tidy, unifyDashes } from '#shared/domain/base/text.ts';
import { cleanCell, linesOf } from './cell.ts';

export type CompanyFlag = 'bankKana' | 'severalNames' | 'unreadable';

/** A company as a card names it. `strictKey` may link, `looseKey` (legal form removed) may only suggest. */
export interface CompanyName {
  name: string;
  branch: string;
  strictKey: string;
  looseKey: string;
  /** Further names in the same cell. */
  others: string[];
  flags: CompanyFlag[];
}

const SHORT_FORMS: readonly (readonly [string, string])[] = [
  ['一社', '一般社団法人'],
  ['一財', '一般財団法人'],
  ['公社', '公益社団法人'],
  ['公財', '公益財団法人'],
  ['特非', '特定非営利活動法人'],
  ['NPO法人', '特定非営利活動法人'],
  ['NPO', '特定非営利活動法人'],
  ['社福', '社会福祉法人'],
  ['国研', '国立研究開発法人'],
  ['地独', '地方独立行政法人'],
  ['監', '監査法人'],
  ['税', '税理士法人'],
  ['株', '株式会社'],
  ['有', '有限会社'],
  ['同', '合同会社'],
  ['名', '合名会社'],
  ['資', '合資会社'],
  ['医', '医療法人'],
  ['独', '独立行政法人'],
  ['社', '社団法人'],
  ['財', '財団法人'],
  ['学', '学校法人'],
  ['協', '協同組合'],
  ['福', '社会福祉法人'],
  ['宗', '宗教法人'],
];
/** Bank-transfer abbreviations in kana: a bracket on one side only. */
const BANK_KANA: readonly (readonly [RegExp, string])[] = [
  [/^(?:カ\)|カブシキガイシャ)|(?:\(カ|カブシキガイシャ)$/, '株式会社'],
  [/^(?:ユ\)|ユウゲンガイシャ)|(?:\(ユ|ユウゲンガイシャ)$/, '有限会社'],
  [/^(?:ド\)|ゴウドウガイシャ)|(?:\(ド|ゴウドウガイシャ)$/, '合同会社'],
];
/** Longest first, so 一般社団法人 is not cut to 一般. */
const FORMS = (
  '株式会社 有限会社 合資会社 合名会社 合同会社 相互会社 医療法人社団 医療法人財団 社会医療法人 医療法人 農業協同組合 漁業協同組合 ' +
  '協同組合連合会 消費生活協同組合 医療生活協同組合 協同組合 企業組合 協業組合 組合連合会 公益財団法人 公益社団法人 一般財団法人 ' +
  '一般社団法人 財団法人 社団法人 社会福祉法人 宗教法人 学校法人 特定非営利活動法人 国立研究開発法人 国立大学法人 地方独立行政法人 独立行政法人 ' +
  '有限責任監査法人 監査法人 税理士法人 弁護士法人 司法書士法人 行政書士法人 社会保険労務士法人 特許業務法人'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);
const FORM = new RegExp(FORMS.join('|'), 'g');
const WESTERN_FORM =
  /(?:,?\s*\b(?:co\.?,?\s*ltd|k\.?\s?k|inc|corp|corporation|company|limited|ltd|llc|llp|plc|gmbh|ag|s\.?a|pte\.?,?\s*ltd|pvt\.?,?\s*ltd|bv|b\.v)\b\.?)+$/;

const SITE =
  '(?:支店|支社|支部|支局|営業所|営業本部|事業所|出張所|工場|製作所|研究所|研究センター|センター|オフィス|本店|本社|本部|店)';
const PLACES =
  '東京|大阪|名古屋|福岡|札幌|仙台|広島|横浜|神戸|京都|千葉|さいたま|埼玉|川崎|新潟|静岡|浜松|岡山|北九州|熊本|鹿児島|沖縄|那覇|金沢|' +
  '高松|松山|長野|宇都宮|水戸|高崎|関東|関西|近畿|九州|東北|北海道|中部|東海|北陸|中国|四国|首都圏|西日本|東日本|北関東';
const AFTER_SPACE = new RegExp(`^(.+?)\\s+(\\S*${SITE})$`, 'u');
const AFTER_FORM = new RegExp(`^(.+(?:${FORMS.join('|')}|\\(株\\)|\\(有\\)|㈱|㈲))(\\S+${SITE})$`, 'u');
const AFTER_PLACE = new RegExp(
  `^(.+?)((?:${PLACES})(?:第[一二三]|中央|東|西|南|北)?(?:支店|支社|営業所|事業所|出張所|本社|本店|工場|オフィス))$`,
  'u',
);

const IN_BRACKETS = new RegExp(`^(.+?)\\s*[(（]([^()（）]*${SITE})[)）]$`, 'u');
/** A line that is nothing but a site of the company above. */
const ONLY_SITE = /^[^\s()（）]{0,8}(?:支店|支社|支部|支局|営業所|事業所|出張所|本店|本社|工場)$/u;
/** イータ㈱（旧：ゼット㈱） */
const FORMER = /\s*[(（]旧[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)?[)）]$/u;

/** Legal forms spelled out, characters folded: ㈱ and (株) become 株式会社. */
function expand(name: string): { text: string; bankKana: boolean } {
  let text = name
    .normalize('NFKC')
    .replace(/[[{〔【]/g, '(')
    .replace(/[\]}〕】]/g, ')');
  text = text.replace(/NPO法人/i, '特定非営利活動法人');
  if (text.includes('(')) for (const [short, form] of SHORT_FORMS) text = text.replaceAll(`(${short})`, form);
  const compact = text.replace(/\s/g, '');
  for (const [pattern, form] of BANK_KANA)
    if (pattern.test(compact)) return { text: compact.replace(pattern, form), bankKana: true };
  return { text, bankKana: false };
}

/** Folded, without spaces and punctuation; the long-vowel mark stays (ビル is not ビール). */
const companyFold = (text: string): string =>
  unifyDashes(foldCharacters(text)).replace(/[\s・.,、。'"“”‘’`()&＆/|:;!?~〜_*#+=]/gu, '');

/** The key that keeps the legal form and its position. Equal keys: the same company as far as the name can tell. */
export const companyStrictKey = (name: string): string => companyFold(expand(name).text);

/** The key without legal forms. Equal keys are a question for a person, never a link. */
export function companyLooseKey(name: string): string {
  const text = foldCharacters(expand(name).text).replace(FORM, ' ').trim();
  return companyFold(text.replace(WESTERN_FORM, '')) || companyStrictKey(name);
}

function splitBranch(text: string): { name: string; branch: string } {
  for (const pattern of [IN_BRACKETS, AFTER_SPACE, AFTER_FORM, AFTER_PLACE]) {
    const match = pattern.exec(text);
    const name = match?.[1] ?? '';
    const rest = expand(name).text.replace(FORM, '').trim();
    if (match && rest !== '') return { name, branch: match[2] ?? '' };
  }
  return { name: text, branch: '' };
}

const isOnlyForm = (line: string): boolean => expand(line).text.replace(FORM, '').trim() === '';

/** The lines of a cell; a legal form on a line of its own belongs to the name beside it. */
function linesOfNames(cell: string): string[] {
  const lines: string[] = [];
  for (const line of linesOf(cleanCell(cell)).map(text => tidy(text).replace(/\s*御中$/, ''))) {
    const above = lines.at(-1);
    if (above !== undefined && (isOnlyForm(above) || isOnlyForm(line)))
      lines[lines.length - 1] = above + line;
    else lines.push(line);
  }
  return lines;
}

/** Reads a company cell. The first line is the company, further lines are other names. Null for an empty cell. */
export function parseCompany(cell: string): CompanyName | null {
  const [whole, ...below] = linesOfNames(cell);
  const former = FORMER.exec(whole ?? '')?.[0] ?? '';
  const first = whole?.slice(0, whole.length - former.length);
  const site = below.find(line => ONLY_SITE.test(line) && expand(line).text === line);
  const others = [former.trim(), ...below.filter(line => line !== site)].filter(line => line !== '');
  if (first === undefined || /^(?:[-ー―—]+|なし|無し|個人)$/.test(first)) return null;
  const { name, branch } = splitBranch(first);
  const flags: CompanyFlag[] = [];
  if (expand(name).bankKana) flags.push('bankKana');
  if (others.length > 0) flags.push('severalNames');
  if (/[?？〓□\uFFFD]/.test(name)) flags.push('unreadable');
  return {
    name,
    branch: branch || (site ?? ''),
    strictKey: companyStrictKey(name),
    looseKey: companyLooseKey(name),
    others,
    flags,
  };
}
