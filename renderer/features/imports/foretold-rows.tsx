import { Checkbox } from '@mantine/core';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Answers, ForetoldRow } from '#shared/contract/imports.ts';

type RowsProps = { readonly rows: readonly ForetoldRow[] };

/** Rows that bring or complete somebody: who it is, and every value that is new. */
export function PeopleRows({ rows }: RowsProps) {
  const { t } = useI18n();
  const hasChanges = rows.some(row => row.changes.length > 0);
  return (
    <table className="table">
      <thead>
        <tr>
          <th className="num line-number">{t.imports.line}</th>
          <th>{t.imports.who}</th>
          {hasChanges ? <th>{t.imports.whatChanges}</th> : <th>{t.imports.reachedBy}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.line}>
            <td className="num line-number">{row.line}</td>
            <td>
              <b>{row.card?.companyName}</b>
              <span>{[row.card?.name, row.card?.title].filter(Boolean).join(' ')}</span>
            </td>
            <td>
              {hasChanges ? (
                <Changes row={row} />
              ) : (
                [row.card?.phone, row.card?.email].filter(Boolean).join(' ')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Old and new value of each field a row changes. */
function Changes({ row }: { readonly row: ForetoldRow }) {
  const { t } = useI18n();
  return (
    <dl className="changes">
      {row.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{codeText(t.imports.changeFields, field)}</dt>
          <dd>
            {before === '' ? null : (
              <>
                <del>{before}</del>
                <span aria-hidden>→</span>
              </>
            )}
            <ins>{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What stands on a row that is left out: its cells, or the card that was read from them. */
const standing = ({ cells, card }: ForetoldRow): readonly string[] =>
  card ? [card.companyName, card.name, card.title, card.email, card.phone] : cells;

type OutRowsProps = RowsProps & {
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
};

/** Rows that become nobody, each with its line, its reason and what stands on it. Somebody erased can come in anew. */
export function OutRows({ rows, answers, onAnswer }: OutRowsProps) {
  const { t } = useI18n();
  return (
    <table className="table">
      <thead>
        <tr>
          <th className="num line-number">{t.imports.line}</th>
          <th>{t.imports.why}</th>
          <th>{t.imports.cells}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.line}>
            <td className="num line-number">{row.line}</td>
            <td>{row.reason ? codeText(t.imports.rowReasons, row.reason.code, row.reason.params) : ''}</td>
            <td>
              {standing(row)
                .filter(cell => cell.trim() !== '')
                .join('　')}
              {row.reason?.code === 'erased' ? (
                <Checkbox
                  size="xs"
                  label={t.imports.takeErased}
                  checked={answers[row.line]?.kind === 'different'}
                  onChange={event =>
                    onAnswer({
                      ...answers,
                      [row.line]: { kind: event.currentTarget.checked ? 'different' : 'later' },
                    })
                  }
                />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
