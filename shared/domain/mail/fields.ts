/** Merge fields about the person written to. They stand in templates by these names. */
export const leadFields = ['会社名', '部署', '役職', '氏名', '展示会名'] as const;
/** Merge fields about the sender, from the workspace settings, and about opting out. */
export const senderFields = [
  '自社名',
  '自社部署',
  '担当者名',
  '郵便番号',
  '自社住所',
  '自社電話',
  '問い合わせメール',
  '停止用メールアドレス',
  '停止コード',
  '停止URL',
] as const;
/** Fields that are worked out from others: the addressee block, and how the address was obtained. */
export const computedFields = ['宛名', '入手の経緯'] as const;

export type MergeField =
  | (typeof leadFields)[number]
  | (typeof senderFields)[number]
  | (typeof computedFields)[number];
/** Values of one mail. A missing or blank entry is "not known", never an empty text to send. */
export type MergeValues = Partial<Record<Exclude<MergeField, '宛名'>, string | null>>;

const known: ReadonlySet<string> = new Set([...leadFields, ...senderFields, ...computedFields]);
export const isMergeField = (name: string): name is MergeField => known.has(name);

/** Control, zero-width and text-direction characters: invisible, and able to forge headers or reverse text. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;

/** One merge value on one line: line breaks and control characters become a space, ends trimmed. */
export const cleanValue = (value: string | null | undefined): string =>
  (value ?? '').replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim();

const HONORIFIC = /(?:様|さま|殿|先生)$/;

/**
 * The first lines of a Japanese business mail: 会社名, 部署 役職, 氏名 様. Without a name the company
 * gets 御中; with nothing known the mail goes to ご担当者様. Never empty.
 */
export function addressee(values: MergeValues): string {
  const [company, department, title, name] = [values.会社名, values.部署, values.役職, values.氏名].map(
    cleanValue,
  );
  if (name) {
    const office = [department, title].filter(Boolean).join(' ');
    return [company, office, HONORIFIC.test(name) ? name : `${name} 様`].filter(Boolean).join('\n');
  }
  if (!company) return 'ご担当者様';
  return department ? `${company}\n${department} 御中` : `${company} 御中`;
}
