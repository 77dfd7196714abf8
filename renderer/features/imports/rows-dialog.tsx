import { Dialog } from '#renderer/components/dialog.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Answers, ForetoldRow } from '#shared/contract/imports.ts';
import { AskedRows } from './asked-rows.tsx';
import { OutRows, PeopleRows } from './foretold-rows.tsx';
import type { OutcomeGroup } from './types.ts';

type RowsDialogProps = {
  readonly group: OutcomeGroup | null;
  readonly rows: readonly ForetoldRow[];
  readonly total: number;
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
  readonly onClose: () => void;
};

/** Which of the figures a row is counted in. */
export const groupOf = (row: ForetoldRow): OutcomeGroup => (row.unchanged ? 'unchanged' : row.outcome);

/** The rows behind one figure of what the import will do. */
export function RowsDialog({ group, rows, total, answers, onAnswer, onClose }: RowsDialogProps) {
  const { t } = useI18n();
  if (group === null) return null;
  const isOut = group === 'setAside' || group === 'blank';
  return (
    <Dialog isOpen onClose={onClose} title={t.imports.rowsTitle(t.imports.outcome[group], total)} size="xl">
      {rows.length < total ? <p className="small muted">{t.imports.rowsFirst(rows.length)}</p> : null}
      {group === 'asked' ? <AskedRows rows={rows} answers={answers} onAnswer={onAnswer} /> : null}
      {isOut ? <OutRows rows={rows} answers={answers} onAnswer={onAnswer} /> : null}
      {group !== 'asked' && !isOut ? <PeopleRows rows={rows} /> : null}
    </Dialog>
  );
}
