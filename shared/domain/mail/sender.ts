import { z } from 'zod';
import type { Day } from '#shared/domain/base/days.ts';
import { checkAddress } from './address.ts';
import { cleanValue, type MergeValues } from './fields.ts';
import { mailDate } from './template.ts';

const zLine = z.string().max(200);

/**
 * Who the mails come from, typed once in the settings. Empty entries are allowed while it is being
 * filled in; `lint` says which of them keep mails from going out.
 */
export const zSender = z.object({
  company: zLine,
  department: zLine,
  person: zLine,
  postalCode: zLine,
  postalAddress: zLine,
  phone: zLine,
  contactAddress: zLine,
  /** Where "配信停止" arrives; usually the sending mailbox itself. */
  refusalAddress: zLine,
  refusalUrl: zLine,
});
export type Sender = z.infer<typeof zSender>;

export const emptySender: Sender = {
  company: '',
  department: '',
  person: '',
  postalCode: '',
  postalAddress: '',
  phone: '',
  contactAddress: '',
  refusalAddress: '',
  refusalUrl: '',
};

/** The invented company a practice store writes as. Its addresses cannot exist (RFC 2606). */
export const practiceSender: Sender = {
  company: '株式会社れんしゅう商事',
  department: '営業企画部',
  person: '練習 太郎',
  postalCode: '100-0001',
  postalAddress: '東京都千代田区練習1-2-3',
  phone: '03-0000-0000',
  contactAddress: 'info@renshu.example',
  refusalAddress: 'stop@renshu.example',
  refusalUrl: '',
};

/**
 * Entries a mail may not go out without: the law on specified e-mail (特定電子メール法 4条,
 * 施行規則 8条・9条) wants sender name, refusal notice and address, postal address and contact in the mail.
 */
export const requiredSenderEntries = [
  'company',
  'person',
  'postalCode',
  'postalAddress',
  'phone',
  'contactAddress',
  'refusalAddress',
] as const satisfies readonly (keyof Sender)[];

/** The required entries that are empty or, for the two addresses, no mail address. */
export function missingSenderEntries(sender: Sender): (typeof requiredSenderEntries)[number][] {
  return requiredSenderEntries.filter(entry => {
    const value = cleanValue(sender[entry]);
    return entry === 'contactAddress' || entry === 'refusalAddress' ? !checkAddress(value).ok : value === '';
  });
}

/** How we came by the address (この名簿の入手方法). Only some of the ways allow mail without asking first. */
export const consentBases = ['card', 'organiser', 'enquiry', 'relationship', 'unknown'] as const;
export type ConsentBasis = (typeof consentBases)[number];

/**
 * Bases on which mail may be sent without prior consent (特定電子メール法 3条1項2–3号: the address was given
 * to the sender, or there is a business relationship). A list from an organiser is neither.
 */
export const mayMail = (basis: ConsentBasis): boolean =>
  basis === 'card' || basis === 'enquiry' || basis === 'relationship';

/** The sentence that tells the reader why they get the mail, or null when there is no honest one. */
function basisSentence(basis: ConsentBasis, event: string | null, metOn: Day | null): string | null {
  const day = metOn === null ? '' : `(${mailDate(metOn)})`;
  const place = cleanValue(event);
  if (basis === 'card')
    return place
      ? `このご案内は、「${place}」${day}でお名刺を頂戴した方にお送りしています。`
      : `このご案内は、お名刺を頂戴した方${day}にお送りしています。`;
  if (basis === 'enquiry') return `このご案内は、お問い合わせをいただいた方${day}にお送りしています。`;
  return basis === 'relationship' ? 'このご案内は、以前からお取引のある方にお送りしています。' : null;
}

export type Recipient = {
  company: string | null;
  department: string | null;
  title: string | null;
  name: string | null;
  event: string | null;
  basis: ConsentBasis;
  metOn: Day | null;
};

/** The merge values of one mail to one person. `refusalCode` is the code that names this mail when opting out. */
export function mergeValues(to: Recipient, sender: Sender, refusalCode: string): MergeValues {
  return {
    会社名: to.company,
    部署: to.department,
    役職: to.title,
    氏名: to.name,
    展示会名: to.event,
    入手の経緯: basisSentence(to.basis, to.event, to.metOn),
    自社名: sender.company,
    自社部署: sender.department,
    担当者名: sender.person,
    郵便番号: sender.postalCode.replace(/^〒\s*/, ''),
    自社住所: sender.postalAddress,
    自社電話: sender.phone,
    問い合わせメール: sender.contactAddress,
    停止用メールアドレス: sender.refusalAddress,
    停止コード: refusalCode,
    停止URL: sender.refusalUrl,
  };
}
