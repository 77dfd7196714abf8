import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { startExport } from '#renderer/lib/exporting.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type ExportColumn, zExportColumn } from '#shared/contract/lead-columns.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { type Selection, selectionInput } from './selection.ts';

const formats = {
  utf8: { format: 'csv', encoding: 'utf-8' },
  cp932: { format: 'csv', encoding: 'shift_jis' },
  xlsx: { format: 'xlsx', encoding: 'utf-8' },
} as const;
type Format = keyof typeof formats;
const everyColumn = zExportColumn.options;
const formatKeys = Object.keys(formats) as Format[];

type ExportDialogProps = {
  readonly selection: Selection;
  readonly query: ViewQuery;
  /** Null when nobody knows how many. */
  readonly count: number | null;
  readonly onClose: () => void;
};

/** The selected leads as a file: which kind, which columns. The work itself is shown at the foot of the sheet. */
export function ExportDialog({ selection, query, count, onClose }: ExportDialogProps) {
  const { t } = useI18n();
  const { client } = useBackend();
  const [format, setFormat] = useState<Format>('utf8');
  const [isWhole, setIsWhole] = useState(true);
  const has = (column: ExportColumn): boolean => query.filter.trash || column !== 'trashed';
  const start = (): void => {
    const input = {
      selection: selectionInput(selection, query.filter),
      columns: isWhole ? everyColumn.filter(has) : query.columns,
      sort: query.sort,
      direction: query.direction,
      ...formats[format],
    };
    startExport(() => client.leads.export(input));
    onClose();
  };
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
        <div className="lead-form-foot">
          <Button variant="filled" onClick={start}>
            {t.leadList.export}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
