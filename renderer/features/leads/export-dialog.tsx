import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { saveFile } from '#renderer/platform/files.ts';
import { zExportColumn } from '#shared/contract/lead-columns.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { type Selection, selectionInput } from './selection.ts';

const formats = {
  utf8: { format: 'csv', encoding: 'utf-8' },
  cp932: { format: 'csv', encoding: 'shift_jis' },
  xlsx: { format: 'xlsx', encoding: 'utf-8' },
} as const;
type Format = keyof typeof formats;
const formatKeys = Object.keys(formats) as Format[];
const shownLost = 20;

type ExportDialogProps = {
  readonly selection: Selection;
  readonly query: ViewQuery;
  /** Null when nobody knows how many. */
  readonly count: number | null;
  readonly onClose: () => void;
};

/** The selected leads as a file: which kind, which columns, and what the file could not hold. */
export function ExportDialog({ selection, query, count, onClose }: ExportDialogProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [format, setFormat] = useState<Format>('utf8');
  const [isWhole, setIsWhole] = useState(true);
  const run = useMutation(
    orpc.leads.export.mutationOptions({
      onSuccess: async file => {
        await saveFile(file);
        showToast({ message: t.leadList.exported(file.rows) });
        if (file.lost.length === 0) onClose();
      },
    }),
  );
  const start = (): void =>
    run.mutate({
      selection: selectionInput(selection, query.filter),
      columns: isWhole ? [...zExportColumn.options] : query.columns,
      sort: query.sort,
      direction: query.direction,
      ...formats[format],
    });
  const lost = run.data?.lost ?? [];
  const lostAt = [
    ...new Set(lost.map(({ line, column, character }) => t.leadList.lostAt(line, column, character))),
  ];
  const who = count === null ? t.leadList.everybody : t.common.people(count);
  return (
    <Dialog isOpen onClose={onClose} title={t.leadList.exportTitle(who)} size="md">
      <div className="lead-form">
        <NativeSelect
          label={t.leadList.format}
          value={format}
          data={formatKeys.map(value => ({ value, label: t.leadList.formats[value] }))}
          data-autofocus
          onChange={event => setFormat(formatKeys.find(one => one === event.currentTarget.value) ?? 'utf8')}
        />
        <NativeSelect
          label={t.leadList.exportColumns}
          value={isWhole ? 'all' : 'shown'}
          data={[
            { value: 'all', label: t.leadList.allColumns },
            { value: 'shown', label: t.leadList.shownColumns },
          ]}
          onChange={event => setIsWhole(event.currentTarget.value === 'all')}
        />
        <p className="small muted">{t.leadList.exportNote}</p>
        <Failure error={run.error} />
        {lost.length > 0 ? (
          <div role="status">
            <p className="warn">{t.leadList.lost(lost.length)}</p>
            <ul className="small">
              {lostAt.slice(0, shownLost).map(text => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <div className="lead-form-foot">
          <Button variant="filled" loading={run.isPending} onClick={start}>
            {t.leadList.export}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
