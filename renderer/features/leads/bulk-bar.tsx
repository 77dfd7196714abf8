import { Button, Menu } from '@mantine/core';
import { IconDots, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ViewQuery } from '#shared/contract/views.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { BulkDialog, type BulkKind } from './bulk-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { countSelected, type Selection } from './selection.ts';

type BulkBarProps = {
  readonly selection: Selection;
  readonly query: ViewQuery;
  readonly total: number;
  /** A search stops counting: how many there are is not known. */
  readonly isMore: boolean;
  readonly onClear: () => void;
};
const first: readonly BulkKind[] = ['owner', 'addTag', 'doNotCall'];
const rest: readonly BulkKind[] = ['removeTag', 'companyKind'];

/** What can be done with the selected leads. */
export function BulkBar({ selection, query, total, isMore, onClear }: BulkBarProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState<BulkKind | 'assign' | 'export' | null>(null);
  const isVague = isMore && selection.kind === 'all';
  const count = countSelected(selection, total);
  const lastKind: BulkKind = query.filter.trash ? 'restore' : 'trash';
  const close = (): void => setOpen(null);
  return (
    <div className="lead-bulk" role="toolbar" aria-label={t.leadList.selected(count)}>
      <b aria-live="polite">{isVague ? t.leadList.selectedMany : t.leadList.selected(count)}</b>
      {first.map(kind => (
        <Button key={kind} size="xs" onClick={() => setOpen(kind)}>
          {t.leadList.actions[kind]}
        </Button>
      ))}
      <Button size="xs" onClick={() => setOpen('assign')}>
        {t.team.assign}
      </Button>
      <Button
        size="xs"
        leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
        onClick={() => setOpen('export')}
      >
        {t.leadList.export}
      </Button>
      <Menu position="top-start" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button size="xs" aria-label={t.leadList.more}>
            <IconDots size={16} stroke={1.5} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {rest.map(kind => (
            <Menu.Item key={kind} onClick={() => setOpen(kind)}>
              {t.leadList.actions[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="xs"
        className={lastKind === 'trash' ? 'late' : undefined}
        onClick={() => setOpen(lastKind)}
      >
        {t.leadList.actions[lastKind]}
      </Button>
      <button type="button" className="link-button end" onClick={onClear}>
        {t.leadList.clearSelection}
      </button>
      {open === 'export' ? (
        <ExportDialog selection={selection} query={query} count={isVague ? null : count} onClose={close} />
      ) : null}
      {open === 'assign' ? (
        <AssignDialog
          selection={selection}
          filter={query.filter}
          onClose={close}
          onDone={() => {
            close();
            onClear();
          }}
        />
      ) : null}
      {open !== null && open !== 'export' && open !== 'assign' ? (
        <BulkDialog
          kind={open}
          selection={selection}
          filter={query.filter}
          onClose={close}
          onDone={() => {
            close();
            onClear();
          }}
        />
      ) : null}
    </div>
  );
}
