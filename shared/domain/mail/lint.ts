import { checkAddress } from './address.ts';
import { cleanValue, type MergeField } from './fields.ts';
import { missingSenderEntries, type Sender } from './sender.ts';
import { parseTemplate, type TemplateProblem } from './template.ts';

/** What blocks a sequence from being started, or one mail from being sent. Texts live in the catalogue. */
export type LintProblem =
  | TemplateProblem
  | { code: 'missingValue'; field: MergeField }
  | { code: 'leftoverDelimiter'; text: string }
  | { code: 'insecureLink'; text: string }
  | { code: 'subjectEmpty' | 'subjectControlCharacter' | 'bodyEmpty' | 'senderAddressInvalid' }
  | { code: 'senderEntryMissing'; entry: keyof Sender }
  | { code: 'footerMissing'; item: FooterItem };

export const footerItems = [
  'senderName',
  'postalAddress',
  'contact',
  'refusalAddress',
  'refusalNotice',
] as const;
export type FooterItem = (typeof footerItems)[number];

/** Merge marks of other tools that would be sent as they stand: ｛｛ ［［ ％％ ＃＃, %name%, %%name%%, [[name]], ##name##. */
const LEFTOVERS = [
  /\{\{|\}\}|｛｛|｝｝/,
  /\[\[|\]\]|［［|］］/,
  /##[^\s#]{1,30}##|＃＃[^\s＃]{1,30}＃＃/,
  /%%[^\s%]{1,30}%%|％％[^\s％]{1,30}％％/,
  /(?<![\w%])%[A-Za-z_][A-Za-z0-9_]{1,30}%(?!\w)/,
];
const REFUSAL_NOTICE = /配信停止|配信を停止|配信不要|ご案内が不要|unsubscribe|opt[ -]?out/i;

/** Marks left in a text that no renderer here will fill, one example per style. */
export function leftoverDelimiters(text: string): LintProblem[] {
  return LEFTOVERS.flatMap(pattern => {
    const found = pattern.exec(text);
    return found
      ? [{ code: 'leftoverDelimiter' as const, text: text.slice(found.index, found.index + 20) }]
      : [];
  });
}

const lines = (text: string): string[] => text.split('\n').map(cleanValue);

/** The refusal notice must stand on the line of the refusal address, directly above or below it (施行規則 7条). */
function noticeBesideAddress(all: readonly string[], sender: Sender): boolean {
  return all.some(
    (line, i) =>
      line.includes(cleanValue(sender.refusalAddress)) &&
      [all[i - 1], line, all[i + 1]].some(near => near !== undefined && REFUSAL_NOTICE.test(near)),
  );
}

/** What the law wants in the mail itself (特定電子メール法 4条) and is not in this rendered text. */
function missingFooterItems(rendered: string, sender: Sender): FooterItem[] {
  const all = lines(rendered);
  const has = (value: string): boolean =>
    cleanValue(value) !== '' && all.some(line => line.includes(cleanValue(value)));
  const present: Record<FooterItem, boolean> = {
    senderName: has(sender.company),
    postalAddress: has(sender.postalAddress),
    contact: has(sender.phone) || has(sender.contactAddress),
    refusalAddress: has(sender.refusalAddress),
    refusalNotice: has(sender.refusalAddress) && noticeBesideAddress(all, sender),
  };
  return footerItems.filter(item => !present[item]);
}

/** Problems of a template as written, before anybody is enrolled. */
export function lintTemplate(template: { subject: string; body: string; footer: string }): LintProblem[] {
  const problems: LintProblem[] = [];
  if (/\p{Cc}/u.test(template.subject)) problems.push({ code: 'subjectControlCharacter' });
  if (cleanValue(template.subject) === '') problems.push({ code: 'subjectEmpty' });
  if (cleanValue(template.body) === '') problems.push({ code: 'bodyEmpty' });
  for (const source of [template.subject, template.body, template.footer]) {
    const parsed = parseTemplate(source);
    if (!parsed.ok) problems.push(...parsed.problems);
    // Our own marks are the parser's business; what remains belongs to another tool.
    problems.push(...leftoverDelimiters(source.replace(/\{\{|\}\}/g, '')));
  }
  return problems;
}

/** Problems of the sender's entries in the settings. */
export function lintSender(sender: Sender, fromAddress: string): LintProblem[] {
  const problems: LintProblem[] = missingSenderEntries(sender).map(entry => ({
    code: 'senderEntryMissing',
    entry,
  }));
  if (!checkAddress(fromAddress).ok) problems.push({ code: 'senderAddressInvalid' });
  return problems;
}

/** The last look at one finished mail, whatever made it: nothing unfilled, nothing the law wants missing. */
export function lintMail(mail: { subject: string; text: string }, sender: Sender): LintProblem[] {
  const problems: LintProblem[] = [];
  if (cleanValue(mail.subject) === '') problems.push({ code: 'subjectEmpty' });
  if (/\p{Cc}/u.test(mail.subject)) problems.push({ code: 'subjectControlCharacter' });
  if (cleanValue(mail.text) === '') problems.push({ code: 'bodyEmpty' });
  problems.push(...leftoverDelimiters(mail.subject), ...leftoverDelimiters(mail.text));
  const insecure = /http:\/\/[^\s]{1,60}/.exec(mail.text);
  if (insecure) problems.push({ code: 'insecureLink', text: insecure[0] });
  problems.push(
    ...missingFooterItems(mail.text, sender).map(item => ({ code: 'footerMissing' as const, item })),
  );
  return problems;
}
