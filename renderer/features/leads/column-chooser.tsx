import {
  ActionIcon,
  Button,
  Checkbox,
  Input,
  Popover,
  SegmentedControl,
  TextInput,
  Tooltip,
} from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconColumns3,
  IconGripVertical,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ListColumn } from '#shared/contract/lead-columns.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import { columns as cells } from './list-cells.tsx';
import { firstColumns, otherColumns, setLook, setWidth } from './list-state.ts';

const widthStep = 16;
const pins = [0, 1, 2, 3] as const;
const densities = ['compact', 'standard', 'roomy'] as const;

/** The list with one of its entries moved to another place. */
function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

type ShownProps = {
  readonly column: ListColumn;
  readonly query: ViewQuery;
  readonly onDrag: (column: ListColumn) => void;
  readonly onDrop: (column: ListColumn) => void;
};

/** A shown column: off by its box, elsewhere by dragging or by its two buttons. */
function Shown({ column, query, onDrag, onDrop }: ShownProps) {
  const { t } = useI18n();
  const { columns } = query;
  const width = query.widths[column] ?? cells[column].min;
  const label = t.leadList.columns[column];
  const at = columns.indexOf(column);
  const move = (to: number): void => setLook({ columns: moved(columns, at, to) });
  return (
    <li>
      <button
        type="button"
        className="lead-grip"
        aria-hidden
        tabIndex={-1}
        draggable
        onDragStart={() => onDrag(column)}
        onDragOver={event => event.preventDefault()}
        onDrop={() => onDrop(column)}
      >
        <IconGripVertical size={14} stroke={1.5} />
      </button>
      <Checkbox
        size="xs"
        label={label}
        checked
        disabled={columns.length === 1}
        onChange={() => setLook({ columns: columns.filter(other => other !== column) })}
      />
      <ActionIcon
        size="sm"
        aria-label={t.leadList.narrower(label)}
        onClick={() => setWidth(query, column, width - widthStep)}
      >
        <IconMinus size={14} stroke={1.5} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        aria-label={t.leadList.wider(label)}
        onClick={() => setWidth(query, column, width + widthStep)}
      >
        <IconPlus size={14} stroke={1.5} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        aria-label={t.leadList.columnUp(label)}
        disabled={at === 0}
        onClick={() => move(at - 1)}
      >
        <IconArrowUp size={14} stroke={1.5} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        aria-label={t.leadList.columnDown(label)}
        disabled={at === columns.length - 1}
        onClick={() => move(at + 1)}
      >
        <IconArrowDown size={14} stroke={1.5} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** Which columns the list shows, in which order, and how high its rows are. */
export function ColumnChooser({ query }: { readonly query: ViewQuery }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [dragged, setDragged] = useState<ListColumn | null>(null);
  const { columns } = query;
  const isFound = (column: ListColumn): boolean =>
    foldKey(t.leadList.columns[column]).includes(foldKey(typed));
  const drop = (onto: ListColumn): void => {
    if (dragged !== null)
      setLook({ columns: moved(columns, columns.indexOf(dragged), columns.indexOf(onto)) });
    setDragged(null);
  };
  return (
    <Popover position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Tooltip label={t.leadList.chooseColumns}>
          <ActionIcon aria-label={t.leadList.chooseColumns}>
            <IconColumns3 size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.leadList.chooseColumns}>
        <div className="lead-chooser">
          <SegmentedControl
            size="xs"
            aria-label={t.leadList.density}
            value={query.density}
            data={densities.map(value => ({ value, label: t.leadList.densities[value] }))}
            onChange={value => setLook({ density: densities.find(one => one === value) ?? 'compact' })}
          />
          <Input.Wrapper label={t.leadList.pinned}>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label={t.leadList.pinned}
              value={String(query.pinned)}
              data={pins.map(count => ({ value: String(count), label: t.leadList.pins(count) }))}
              onChange={value => setLook({ pinned: Number(value) })}
            />
          </Input.Wrapper>
          <TextInput
            aria-label={t.leadList.findColumn}
            placeholder={t.leadList.findColumn}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <ul>
            {columns.filter(isFound).map(column => (
              <Shown key={column} column={column} query={query} onDrag={setDragged} onDrop={drop} />
            ))}
            {otherColumns(query)
              .filter(isFound)
              .map(column => (
                <li key={column}>
                  <Checkbox
                    size="xs"
                    label={t.leadList.columns[column]}
                    checked={false}
                    onChange={() => setLook({ columns: [...columns, column] })}
                  />
                </li>
              ))}
          </ul>
          <Button size="xs" onClick={() => setLook({ columns: [...firstColumns], widths: {} })}>
            {t.leadList.resetColumns}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
