import { z } from 'zod';
import { type Day, daysBetween } from '#shared/domain/base/days.ts';
import { addBusinessDays, type BusinessCalendar } from '#shared/domain/calendar/calendar.ts';

/** 展示会後・資料請求後・掘り起こし・再TEL */
export const SCRIPT_CODES = ['exhibition', 'material', 'dormant', 'callback'] as const;
export type ScriptCode = (typeof SCRIPT_CODES)[number];

/** Longest texts: with all of them used up, a script still fits the cover and one more page at 8 pt. */
export const SCRIPT_LENGTHS = { opening: 240, question: 90, said: 40, answer: 160, closing: 240 } as const;

const text = (max: number) => z.string().max(max);

/** What to say on the phone, in the order it is said. */
export const zCallScript = z.object({
  /** The first fifteen seconds. */
  opening: text(SCRIPT_LENGTHS.opening),
  questions: z.array(text(SCRIPT_LENGTHS.question)).length(3),
  /** 切り返し: what the other side says, and what to answer. */
  objections: z
    .array(z.object({ said: text(SCRIPT_LENGTHS.said), answer: text(SCRIPT_LENGTHS.answer) }))
    .length(3),
  /** Offers two dates. */
  closing: text(SCRIPT_LENGTHS.closing),
});
export type CallScript = z.output<typeof zCallScript>;

/** The team's own words; null where the shipped script of the language in use holds. */
export const zCallScripts = z.object({
  exhibition: zCallScript.nullable(),
  material: zCallScript.nullable(),
  dormant: zCallScript.nullable(),
  callback: zCallScript.nullable(),
});
export type CallScripts = z.output<typeof zCallScripts>;

export const noOwnScripts: CallScripts = { exhibition: null, material: null, dormant: null, callback: null };

/** After so many days nobody remembers the talk at the booth. */
const FRESH_DAYS = 60;

/** The script for a person: a promise comes first, then what they asked for, then where they were met. */
export function scriptFor(
  lead: {
    readonly isPromised: boolean;
    readonly askedForMaterial: boolean;
    readonly wasAtEvent: boolean;
    readonly acquiredOn: Day;
  },
  on: Day,
): ScriptCode {
  if (lead.isPromised) return 'callback';
  if (lead.askedForMaterial) return 'material';
  return lead.wasAtEvent && daysBetween(lead.acquiredOn, on) <= FRESH_DAYS ? 'exhibition' : 'dormant';
}

/** What stands in for a word in double braces; null prints a blank to say aloud. */
export type ScriptValues = Readonly<
  Partial<
    Record<'ownCompany' | 'caller' | 'company' | 'name' | 'event' | 'firstDate' | 'secondDate', string | null>
  >
>;

/** The words in braces, as people write them; those of the mails where there is one. */
export const SCRIPT_WORDS: Readonly<Record<string, keyof ScriptValues>> = {
  自社名: 'ownCompany',
  担当者名: 'caller',
  会社名: 'company',
  氏名: 'name',
  展示会名: 'event',
  候補日1: 'firstDate',
  候補日2: 'secondDate',
  'our company': 'ownCompany',
  caller: 'caller',
  company: 'company',
  name: 'name',
  event: 'event',
  'date 1': 'firstDate',
  'date 2': 'secondDate',
};

/** Fills the words in braces; what is not known, and a word nobody knows, becomes `blank`. */
export const fillScript = (template: string, values: ScriptValues, blank: string): string =>
  template.replace(/\{\{([^{}]*)\}\}/g, (_, word: string) => {
    const of = SCRIPT_WORDS[word.normalize('NFKC').trim()];
    return (of && values[of]) || blank;
  });

/** Two days to offer: the second and the fourth business day after a day. */
export const daysToOffer = (cal: BusinessCalendar, after: Day): readonly [Day, Day] => [
  addBusinessDays(cal, after, 2),
  addBusinessDays(cal, after, 4),
];

/** How fast people speak on the phone: letters of Japanese, and words of other languages, in a second. */
const JAPANESE_PER_SECOND = 6;
const WORDS_PER_SECOND = 2.6;

/** About how many seconds a text takes to say; marks are not spoken. */
export function secondsToSay(spoken: string): number {
  const japanese = spoken.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー〇○]/gu)?.length ?? 0;
  const words = spoken.match(/[\p{Script=Latin}\d]+/gu)?.length ?? 0;
  return Math.round(japanese / JAPANESE_PER_SECOND + words / WORDS_PER_SECOND);
}
