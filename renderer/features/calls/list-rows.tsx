import { useEffect, useRef } from 'react';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { codeText, readable } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallListRow } from '#shared/contract/calls.ts';

type ListRowsProps = {
  readonly rows: readonly CallListRow[];
  readonly current: number;
  readonly onChoose: (index: number) => void;
};

function Row(props: {
  readonly row: CallListRow;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}) {
  const { t, lang } = useI18n();
  const { row, isCurrent, onChoose } = props;
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <tr
      ref={element}
      aria-selected={isCurrent}
      data-done={row.outcome !== null || undefined}
      data-barred={row.barred !== null || undefined}
    >
      <td className="num position">{row.position}</td>
      <td>
        <RankSeal band={row.band} /> {row.total}
      </td>
      <td className="two-line">
        <button type="button" className="link-button" onClick={onChoose}>
          <b>{row.companyName || t.common.none}</b>
        </button>
        <span className="second">
          {[row.name, row.department, row.title].filter(text => text !== '').join('　')}
        </span>
      </td>
      <td className="small">
        {row.reasons
          .slice(0, 2)
          .map(reason =>
            codeText(
              { ...t.leads.rules, ...t.leads.attributes, ...t.calls.reasons },
              reason.code,
              readable(reason.params, lang),
            ),
          )
          .join(t.common.listed)}
      </td>
      <td className="mono phone num">{row.phone || <span className="warn">{t.calls.noPhone}</span>}</td>
      <td className="result">
        {row.outcome === null && row.barred !== null ? (
          <span className="late">{t.calls.exclusions[row.barred]}</span>
        ) : row.outcome === null ? (
          <span className="muted">{t.calls.notYet}</span>
        ) : (
          t.calls.outcomes[row.outcome]
        )}
      </td>
    </tr>
  );
}

/** The rows of a list in the order of the paper; a finished row greys in place. */
export function ListRows({ rows, current, onChoose }: ListRowsProps) {
  const { t } = useI18n();
  return (
    <table className="table call-rows" aria-label={t.calls.table}>
      <thead>
        <tr>
          <th className="num position">{t.calls.position}</th>
          <th>{t.leads.colRank}</th>
          <th>{t.calls.company}</th>
          <th>{t.calls.why}</th>
          <th className="num">{t.calls.phone}</th>
          <th>{t.calls.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row key={row.uid} row={row} isCurrent={index === current} onChoose={() => onChoose(index)} />
        ))}
      </tbody>
    </table>
  );
}
