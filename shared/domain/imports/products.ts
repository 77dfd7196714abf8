import { headerKey } from './aliases.ts';

export const PRODUCTS = [
  'eight',
  'numbered',
  'sansan',
  'outlookJa',
  'outlookEn',
  'googleNew',
  'googleOld',
  'linkedin',
  'zoom',
  'connpass',
  'camcard',
  'hubspot',
  'zoho',
  'salesforce',
  'hotProfile',
  'vcard',
] as const;
export type Product = (typeof PRODUCTS)[number];
export interface ProductGuess {
  product: Product;
  /** The headers that gave it away, as printed in the file. */
  evidence: string[];
}

/** A product is recognised when all headers of one of its signatures are present. */
const SIGNATURES: readonly (readonly [Product, readonly string[]])[] = [
  ['eight', ['Eightでつながっている人']],
  ['numbered', ['郵便番号(1)', 'TEL-1(1)']],
  ['numbered', ['名刺ID', '人物ID']],
  ['sansan', ['名刺所有者ユーザID', '氏名[姓]']],
  ['outlookJa', ['番地 (会社)']],
  ['googleNew', ['E-mail 1 - Label']],
  ['googleNew', ['Organization Name', 'Labels']],
  ['googleOld', ['Given Name Yomi', 'Group Membership']],
  ['linkedin', ['Connected On']],
  ['zoom', ['Time in Session (minutes)']],
  ['connpass', ['参加枠名']],
  ['hubspot', ['Record ID', 'Contact owner']],
  ['hubspot', ['レコードID', 'コンタクト担当者']],
  ['zoho', ['Record Id', 'Lead Name']],
  ['zoho', ['見込み客の担当者']],
  ['salesforce', ['リード 所有者']],
  ['salesforce', ['LeadSource', 'OwnerId']],
  ['hotProfile', ['会社名略称', '公開ステータス']],
  ['outlookEn', ['Business Street', 'E-mail Address']],
];

/** The product a header row comes from, or null. CAMCARD has no header of its own: a TAB file with a nickname column. */
export function guessProduct(headers: readonly string[], delimiter: string): ProductGuess | null {
  const byKey = new Map(headers.map(header => [headerKey(header), header.trim()]));
  for (const [product, signature] of SIGNATURES) {
    const evidence = signature
      .map(header => byKey.get(headerKey(header)))
      .filter(header => header !== undefined);
    if (evidence.length === signature.length) return { product, evidence };
  }
  const nickname = byKey.get('ニックネム') ?? byKey.get('nickname') ?? byKey.get('spitzname');
  return delimiter === '\t' && nickname ? { product: 'camcard', evidence: ['TAB', nickname] } : null;
}
