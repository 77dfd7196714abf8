import { SegmentedControl } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { SheetRow } from '#shared/contract/call-sheets.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import type { WrittenResult } from '#shared/domain/calls/sheet.ts';
import { NextText, ResultText } from './result-text.tsx';

export type Take = 'sheet' | 'store';
type RowsProps = {
  readonly rows: readonly SheetRow[];
  readonly rules: CallRules;
  readonly choices: ReadonlyMap<string, Take>;
  readonly onChoose: (rowUid: string, take: Take) => void;
};

function Held({ result, rules }: { readonly result: WrittenResult | null; readonly rules: CallRules }) {
  const { t } = useI18n();
  if (result === null) return <span className="muted">{t.common.none}</span>;
  return (
    <>
      <ResultText result={result} rules={rules} /> <NextText result={result} />
    </>
  );
}

/** What becomes of a row, why it is set aside, or the question which of the two results holds. */
function Verdict({
  row,
  choices,
  onChoose,
}: { readonly row: SheetRow } & Pick<RowsProps, 'choices' | 'onChoose'>) {
  const { t } = useI18n();
  const { read } = t.callSheets;
  const { rowUid } = row;
  if (row.state === 'conflict' && rowUid !== null)
    return (
      <SegmentedControl
        aria-label={read.choice(row.name)}
        value={choices.get(rowUid) ?? 'store'}
        data={[
          { value: 'store', label: read.takeStore },
          { value: 'sheet', label: read.takeSheet },
        ]}
        onChange={value => onChoose(rowUid, value === 'sheet' ? 'sheet' : 'store')}
      />
    );
  if (row.why === null) return <>{read.states[row.state]}</>;
  const why = { ...t.callLists.barred, ...read.why }[row.why.code];
  return <span className="warn">{typeof why === 'string' ? why : why(row.why.text)}</span>;
}

/** The rows of a sheet that came back, those nobody filled in left out. */
export function SheetRows({ rows, rules, choices, onChoose }: RowsProps) {
  const { t } = useI18n();
  const { read } = t.callSheets;
  return (
    <table className="table sheet-rows" aria-label={read.table}>
      <thead>
        <tr>
          <th className="num">{read.line}</th>
          <th className="num">{read.position}</th>
          <th>{read.person}</th>
          <th>{read.inSheet}</th>
          <th>{read.inApp}</th>
          <th>{read.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(row => row.state !== 'empty')
          .map(row => (
            <tr key={row.line} data-done={row.state === 'entered' || undefined}>
              <td className="num muted">{row.line}</td>
              <td className="num">{row.position ?? ''}</td>
              <td>
                <b>{row.company}</b> {row.name}
              </td>
              <td>
                <Held result={row.written} rules={rules} />
              </td>
              <td>
                <Held result={row.stored} rules={rules} />
              </td>
              <td>
                <Verdict row={row} choices={choices} onChoose={onChoose} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
