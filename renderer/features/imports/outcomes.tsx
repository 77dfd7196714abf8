import {
  IconBan,
  IconCirclePlus,
  IconEqual,
  IconMinus,
  IconPencil,
  IconRefresh,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { SumTable } from '#renderer/components/sum-table.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { RowCounts } from '#shared/contract/imports.ts';

const icons = {
  new: IconCirclePlus,
  filled: IconPencil,
  updated: IconRefresh,
  unchanged: IconEqual,
  asked: IconUsers,
  setAside: IconBan,
  blank: IconMinus,
} as const satisfies Record<string, TablerIcon>;

const always: readonly string[] = ['new', 'filled', 'unchanged', 'asked', 'setAside'];

/** What becomes of every row of the file; the rows add up to the rows read. */
export function Outcomes({ caption, counts }: { readonly caption: string; readonly counts: RowCounts }) {
  const { t } = useI18n();
  const values = { ...counts, filled: counts.filled - counts.unchanged };
  const shown = (Object.keys(icons) as (keyof typeof icons)[]).filter(
    key => always.includes(key) || values[key] > 0,
  );
  return (
    <SumTable
      caption={caption}
      isTall
      totalLabel={t.imports.readRows}
      total={counts.read}
      rows={shown.map(key => {
        const Icon = icons[key];
        return {
          key,
          lead: <Icon size={16} stroke={1.5} aria-hidden />,
          label: t.imports.outcome[key],
          note: t.imports.outcomeNotes[key],
          value: values[key],
        };
      })}
    />
  );
}
