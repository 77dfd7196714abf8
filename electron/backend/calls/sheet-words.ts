import type { ReadDb } from '#electron/backend/db/access.ts';
import { callRules } from '#electron/backend/settings/agreements.ts';
import { allVersions } from '#electron/backend/settings/versions.ts';
import { type CallRules, defaultCallRules } from '#shared/domain/calls/call-rules.ts';
import { CALL_RESULTS } from '#shared/domain/calls/outcomes.ts';
import { DIGIT_WORDS, SHEET_COLUMNS, type SheetWords, wordLookup } from '#shared/domain/calls/sheet.ts';
import { outcomeWord, reasonWord } from '#shared/i18n/call-words.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { langs } from '#shared/i18n/lang.ts';

const everyReason = (rules: CallRules): string[] =>
  CALL_RESULTS.flatMap(outcome => rules.reasons[outcome] ?? []);

/** What a sheet may say: a team may have changed its words since the sheet went out, and its language. */
export async function sheetWords(db: ReadDb): Promise<SheetWords> {
  const versions = [defaultCallRules, ...(await allVersions(db, callRules)).map(version => version.data)];
  const texts = langs.map(catalogue);
  const each = versions.flatMap(rules => texts.map(t => ({ t, rules })));
  return {
    outcome: wordLookup([
      ...DIGIT_WORDS,
      ...texts.map(t => [t.callSheets.doNotCall, 'doNotCall'] as const),
      ...each.flatMap(({ t, rules }) =>
        CALL_RESULTS.map(code => [outcomeWord(t, rules, code), code] as const),
      ),
    ]),
    reason: wordLookup(
      each.flatMap(({ t, rules }) => everyReason(rules).map(code => [reasonWord(t, code), code] as const)),
    ),
  };
}

/** Which column a heading names, in either language. */
export const columnOfHeading = wordLookup(
  langs.flatMap(lang => SHEET_COLUMNS.map(code => [catalogue(lang).callSheets.columns[code], code] as const)),
);
