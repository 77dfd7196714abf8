import { useEffect, useRef } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { EntryList, EntryRow } from '#shared/contract/call-entry.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { type CallRules, reasonsFor } from '#shared/domain/calls/call-rules.ts';
import type { WrittenResult } from '#shared/domain/calls/sheet.ts';
import { outcomeWord } from '#shared/i18n/call-words.ts';
import { formatMinute } from '#shared/i18n/format.ts';
import { EntryLine, EntryReasons } from './entry-line.tsx';
import { NextText, ResultText } from './result-text.tsx';
import type { Typing } from './use-typing.ts';

type RowsProps = {
  readonly list: EntryList;
  readonly typing: Typing;
  readonly rules: CallRules;
  readonly calledOn: Day;
};

/** The line a result was typed with, to be typed over. */
const lineOf = ({ nextOn, nextMinute, place, note }: WrittenResult): string =>
  [
    nextOn === null ? '' : nextOn.slice(5).replace('-', ''),
    nextOn === null || nextMinute === null ? '' : formatMinute(nextMinute).replace(':', ''),
    place,
    note,
  ]
    .filter(Boolean)
    .join(' ');

type RowProps = Omit<RowsProps, 'list'> & {
  readonly row: EntryRow;
  readonly index: number;
};

function Row({ row, index, typing, rules, calledOn }: RowProps) {
  const { t } = useI18n();
  const element = useRef<HTMLTableRowElement>(null);
  const isCurrent = index === typing.at;
  const result = typing.resultOf(row);
  const asking = typing.asking?.rowUid === row.uid ? typing.asking : null;
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'center' });
  }, [isCurrent]);
  return (
    <tr ref={element} aria-selected={isCurrent} data-done={result !== null || undefined}>
      <td className="num position">{row.position}</td>
      <td className="two-line">
        {row.barred === null ? (
          <button type="button" className="link-button" onClick={() => typing.go(index)}>
            <b>{row.companyName || t.common.none}</b> {row.name}
          </button>
        ) : (
          <s className="muted">{t.callLists.barred[row.barred]}</s>
        )}
      </td>
      <td className="mono num">{row.phone}</td>
      <td className="result">
        {result === null && asking === null ? (
          <span className="muted">
            {typing.skipped.has(row.uid) ? t.callEntry.notCalled : t.calls.notYet}
          </span>
        ) : result === null ? null : (
          <ResultText result={result} rules={rules} />
        )}
        {asking !== null && result === null ? <b> {outcomeWord(t, rules, asking.outcome)}</b> : null}
      </td>
      <td className="entry-next">
        {asking === null ? (
          result && <NextText result={result} />
        ) : asking.what === 'reason' ? (
          <EntryReasons
            reasons={reasonsFor(rules, asking.outcome)}
            onPick={reason => typing.answer({ reason })}
          />
        ) : (
          <EntryLine
            key={asking.outcome}
            asking={asking}
            calledOn={calledOn}
            initial={result === null ? '' : lineOf(result)}
            onDone={line => typing.answer({ line })}
            onCancel={typing.cancel}
          />
        )}
      </td>
    </tr>
  );
}

/** The rows in the order of the paper, with what is typed. */
export function EntryRows({ list, ...rest }: RowsProps) {
  const { t } = useI18n();
  return (
    <table className="table call-rows entry-rows" aria-label={t.callEntry.table}>
      <thead>
        <tr>
          <th className="num position">{t.callEntry.position}</th>
          <th>{t.callEntry.person}</th>
          <th className="num">{t.callEntry.phone}</th>
          <th>{t.callEntry.result}</th>
          <th>{t.callEntry.next}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((row, index) => (
          <Row key={row.uid} row={row} index={index} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
