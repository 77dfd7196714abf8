import type { Day } from '#shared/domain/base/days.ts';
import { ATTRIBUTES, type Attribute } from '#shared/domain/scoring/rules.ts';
import type { Catalogue } from './index.ts';

/** What a sentence or a label needs of a row of points. */
export interface ReasonRow {
  readonly rule: string;
  readonly value: string | null;
  readonly points: number;
  readonly occurredOn: Day | null;
}

const own = (texts: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(texts, code) ? texts[code] : undefined;

/** A value as people read it: `部長`, `情報システム`, `300〜999人`. */
export function valueText(t: Catalogue, rule: string, value: string): string {
  if (rule === 'titleRank') return own(t.leads.titleRanks, value) ?? value;
  if (rule === 'departmentFunction') return own(t.leadList.functions, value) ?? value;
  if (rule === 'industry') return own(t.scoring.industries, value) ?? value;
  if (rule !== 'employees') return value;
  const [min = '', max = ''] = value.split('-');
  return t.scoring.employees(min === '' ? null : Number(min), max === '' ? null : Number(max));
}

/** One reason in a word or two, for a cell: the value of an attribute, the name of a behaviour. */
export const reasonLabel = (t: Catalogue, { rule, value }: ReasonRow): string =>
  !isAttribute(rule) || value === null ? (own(t.leads.rules, rule) ?? rule) : valueText(t, rule, value);

/** The reasons of a list or a printed row: `部長・料金ページを見た・資料請求`. */
export const reasonLine = (t: Catalogue, rows: readonly ReasonRow[]): string =>
  rows.map(row => reasonLabel(t, row)).join(t.scoring.reasonJoin);

const isAttribute = (rule: string): rule is Attribute => (ATTRIBUTES as readonly string[]).includes(rule);

/** Behaviours named in a sentence. */
const NAMED = 2;

/** Nearly everybody gave a card: it is named only where there is nothing else to say. */
const isCard = (row: ReasonRow): boolean => row.rule === 'card.exchanged';

/** The strongest behaviours, each kind once, in the order they happened. */
function toldBehaviours(rows: readonly ReasonRow[], explicitInterest: string | null): ReasonRow[] {
  const isInterest = (row: ReasonRow): boolean => row.rule === explicitInterest;
  const strongest = rows
    .filter(row => row.occurredOn !== null && (row.points > 0 || isInterest(row)))
    .sort(
      (a, b) =>
        Number(isInterest(b)) - Number(isInterest(a)) ||
        Number(isCard(a)) - Number(isCard(b)) ||
        b.points - a.points,
    );
  const kinds = [...new Map(strongest.map(row => [row.rule, row])).keys()].slice(0, NAMED);
  return kinds
    .flatMap(kind => strongest.find(row => row.rule === kind) ?? [])
    .sort((a, b) => ((a.occurredOn ?? '') < (b.occurredOn ?? '') ? -1 : 1));
}

/**
 * Why somebody has their rank, in one sentence: 「役職が部長で、資料請求のあと料金ページも見ています」. `explicitInterest`: the
 * kind of event that makes them A whatever the points.
 */
export function whySentence(
  t: Catalogue,
  rows: readonly ReasonRow[],
  explicitInterest: string | null = null,
): string {
  const { sentence } = t.scoring;
  const interest = { rule: explicitInterest ?? '', value: null, points: 0, occurredOn: '9999-12-31' as Day };
  const isMissing = explicitInterest !== null && !rows.some(row => row.rule === explicitInterest);
  const [first, second] = toldBehaviours(isMissing ? [...rows, interest] : rows, explicitInterest);
  const fit = rows
    .filter(row => isAttribute(row.rule) && row.value !== null && row.points > 0)
    .sort((a, b) => b.points - a.points)[0];
  const fitText = fit ? sentence.fit[fit.rule as Attribute](reasonLabel(t, fit)) : null;
  const noun = first ? (own(sentence.noun, first.rule) ?? reasonLabel(t, first)) : '';
  const did = (row: ReasonRow, also: boolean): string =>
    own(also ? sentence.also : sentence.did, row.rule) ?? sentence.other(reasonLabel(t, row));
  const told = first ? (second ? sentence.after(noun, did(second, true)) : did(first, false)) : null;
  if (fitText !== null && told !== null) return sentence.both(fitText, told);
  if (told !== null) return sentence.end(told);
  return fitText === null ? sentence.none : sentence.fitOnly(fitText);
}
