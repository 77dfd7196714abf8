import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import type { WrittenResult } from '#shared/domain/calls/sheet.ts';
import { outcomeWord, reasonWord } from '#shared/i18n/call-words.ts';
import { formatDay, formatMinute } from '#shared/i18n/format.ts';

type ResultProps = { readonly result: WrittenResult; readonly rules: CallRules };

/** The word for a result, with the day of its call. */
export function ResultText({ result, rules }: ResultProps) {
  const { t, lang } = useI18n();
  const label = result.doNotCall ? t.callEntry.doNotCall : outcomeWord(t, rules, result.outcome);
  const on = result.calledOn === null ? '' : formatDay(result.calledOn, lang);
  return (
    <>
      <b>{label}</b> <span className="small muted">{on}</span>
    </>
  );
}

/** What was said with a result: reason, next day and time, place, memo. */
export function NextText({ result }: Pick<ResultProps, 'result'>) {
  const { t, lang } = useI18n();
  const parts = [
    result.reason === null ? '' : reasonWord(t, result.reason),
    result.nextOn === null ? '' : formatDay(result.nextOn, lang),
    result.nextMinute === null ? '' : formatMinute(result.nextMinute),
    result.place,
    result.note,
  ];
  return <span className="clip">{parts.filter(Boolean).join(' ')}</span>;
}
