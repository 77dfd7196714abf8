import { TagsInput, TextInput } from '@mantine/core';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type CallRules, reasonsFor, RULE_BOUNDS, zCallRules } from '#shared/domain/calls/call-rules.ts';
import { CALL_RESULTS, type CallResult, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { reasonWord } from '#shared/i18n/call-words.ts';
import type { RulesFieldsProps } from './rules-fields.tsx';

/** The part of the rules that does not hold as it stands. */
const isBroken = (rules: CallRules, part: 'labels' | 'reasons', result: CallResult): boolean =>
  zCallRules.safeParse(rules).error?.issues.some(({ path }) => path[0] === part && path[1] === result) ??
  false;

/** The team's own words for the results, and the reasons each can be given. */
export function WordFields({ rules, onChange }: RulesFieldsProps) {
  const { t } = useI18n();
  const words = t.callRules;
  const label = (result: CallResult, text: string): void => {
    const { [result]: _old, ...labels } = rules.labels;
    onChange({ ...rules, labels: text.trim() === '' ? labels : { ...labels, [result]: text } });
  };
  /** What reads as a known reason is kept as its code, so that it is said in both languages. */
  const codeOf = (result: CallResult, word: string): string =>
    reasonsFor(rules, result).find(code => reasonWord(t, code) === word) ??
    Object.entries(t.calls.declineReasons).find(([, known]) => known === word)?.[0] ??
    word;
  const reasons = (result: CallResult, said: readonly string[]): void => {
    const { [result]: _old, ...rest } = rules.reasons;
    const codes = said.map(word => codeOf(result, word));
    onChange({ ...rules, reasons: codes.length === 0 ? rest : { ...rest, [result]: codes } });
  };
  return (
    <Section title={words.words} note={words.wordsNote}>
      {CALL_RESULTS.map(result => {
        const name = t.calls.outcomes[result];
        return (
          <div className="rule-words" key={result}>
            <span>
              <Keycap keys={OUTCOMES[result].key} /> {name}
            </span>
            <TextInput
              aria-label={words.labelOf(name)}
              placeholder={name}
              value={rules.labels[result] ?? ''}
              maxLength={12}
              error={isBroken(rules, 'labels', result) ? words.tooWide : null}
              onChange={event => label(result, event.currentTarget.value)}
            />
            <TagsInput
              aria-label={words.reasonsOf(name)}
              placeholder={reasonsFor(rules, result).length === 0 ? words.noReasons : ''}
              maxTags={RULE_BOUNDS.reasons.max}
              splitChars={[',', '、', '，']}
              value={reasonsFor(rules, result).map(code => reasonWord(t, code))}
              error={isBroken(rules, 'reasons', result) ? words.reasonsWrong : null}
              onChange={said => reasons(result, said)}
            />
          </div>
        );
      })}
    </Section>
  );
}
