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
import type { OutcomeGroup } from './types.ts';

const icons = {
  new: IconCirclePlus,
  filled: IconPencil,
  updated: IconRefresh,
  unchanged: IconEqual,
  asked: IconUsers,
  setAside: IconBan,
  blank: IconMinus,
} as const satisfies Record<OutcomeGroup, TablerIcon>;

const always: readonly string[] = ['new', 'filled', 'unchanged', 'asked', 'setAside'];

/** How many rows of the file go each way; `unchanged` is counted apart from `filled`. */
export const groupCounts = (counts: RowCounts): Record<OutcomeGroup, number> => ({
  ...counts,
  filled: counts.filled - counts.unchanged,
});

type OutcomesProps = {
  readonly caption: string;
  readonly counts: RowCounts;
  /** Shows the rows behind a figure. */
  readonly onOpen?: (group: OutcomeGroup) => void;
};

/** What becomes of every row of the file; the rows add up to the rows read. */
export function Outcomes({ caption, counts, onOpen }: OutcomesProps) {
  const { t } = useI18n();
  const values = groupCounts(counts);
  const shown = (Object.keys(icons) as OutcomeGroup[]).filter(key => always.includes(key) || values[key] > 0);
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
          onOpen: onOpen && (() => onOpen(key)),
          openLabel: t.imports.showRows(t.imports.outcome[key], values[key]),
        };
      })}
    />
  );
}
