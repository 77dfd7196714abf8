import type { SampleCard } from './cards.ts';

/** Headers of a card app's export. */
export const SAMPLE_HEADER = [
  '会社名',
  '会社名（カナ）',
  '部署名',
  '役職',
  '氏名［姓］',
  '氏名［名］',
  '氏名（カナ）［姓］',
  '氏名（カナ）［名］',
  '郵便番号(1)',
  '住所(1)［全て］',
  'TEL-1(1)',
  '携帯電話(1)',
  'Email(1)',
  '名刺交換日',
  'タグ',
  'メモ',
] as const;

/** A card as the row of a card app's export, in the order of SAMPLE_HEADER. */
export const sampleRow = (card: SampleCard): string[] => [
  card.company,
  card.companyKana,
  card.department,
  card.title,
  card.surname,
  card.givenName,
  card.surnameKana,
  card.givenNameKana,
  card.postal,
  card.address,
  card.phone ?? '',
  card.mobile ?? '',
  card.email ?? '',
  card.metOn.replaceAll('-', '/'),
  [...card.tags, ...(card.eventName ? [card.eventName] : [])].join(';'),
  card.memo,
];
