import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { focusFirst } from '#renderer/lib/focus-first.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { ImportRow } from '#shared/contract/imports.ts';

type RowFormProps = {
  readonly importUid: string;
  readonly header: readonly string[];
  readonly row: ImportRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** The cells of one row under the names of their columns; checked again when saved, taken in when it has become a card. */
export function RowForm({ importUid, header, row, onDone, onClose }: RowFormProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const width = Math.max(header.length, row.cells.length);
  const [cells, setCells] = useState(() => Array.from({ length: width }, (_, i) => row.cells[i] ?? ''));
  const fix = useMutation(
    orpc.imports.fixRows.mutationOptions({
      onSuccess: done => {
        const [now] = done.rows;
        if (!now || now.outcome === 'setAside' || now.outcome === 'blank') return;
        undo.offer(t.imports.rowTaken(t.imports.outcome[now.outcome]), done.operationUid);
        onDone();
      },
    }),
  );
  const save = (): void => {
    if (!fix.isPending) fix.mutate({ importUid, rows: [{ line: row.line, cells }] });
  };
  useKeys([
    { keys: 'mod+Enter', label: t.imports.takeRow, run: save, whileTyping: true },
    { keys: 'Escape', label: t.common.close, run: onClose, whileTyping: true },
  ]);
  const still = fix.data?.rows[0]?.reason ?? null;
  return (
    <form
      className="row-form"
      aria-label={t.imports.rowForm(row.line)}
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <div className="row-cells">
        {cells.map((cell, index) => {
          const name = header[index] ?? '';
          const field = {
            label: name === '' ? t.imports.noHeader(index + 1) : name,
            value: cell,
            autoComplete: 'off',
            onChange: (event: { currentTarget: { value: string } }) => {
              const { value } = event.currentTarget;
              setCells(now => now.with(index, value));
            },
          };
          return cell.includes('\n') ? (
            <Textarea key={index} rows={2} ref={index === 0 ? focusFirst : null} {...field} />
          ) : (
            <TextInput key={index} ref={index === 0 ? focusFirst : null} {...field} />
          );
        })}
      </div>
      {still === null ? null : (
        <p className="late" role="status">
          {t.imports.rowStillOut(codeText(t.imports.rowReasons, still.code, still.params))}
        </p>
      )}
      <Failure error={fix.error} />
      <div className="row-form-foot">
        <Button
          type="submit"
          variant="filled"
          loading={fix.isPending}
          rightSection={<Keycap keys="mod+Enter" />}
        >
          {t.imports.takeRow}
        </Button>
        <Button onClick={onClose}>{t.common.close}</Button>
      </div>
    </form>
  );
}
