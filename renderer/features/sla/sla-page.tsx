import './sla.css';
import { Button, Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { SlaClock } from '#shared/contract/sla.ts';
import { CLOCK_KINDS, type ClockKind } from '#shared/domain/sla/agreement.ts';
import { attainedSentence, AttainedSide } from './attained.tsx';
import { ClockRow } from './clock-row.tsx';
import { useAttainment, useClocks } from './queries.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';

const lists = ['open', 'unexplained'] as const;
type Which = (typeof lists)[number];

type ToolsProps = {
  readonly which: Which;
  readonly kind: ClockKind | null;
  readonly withSnoozed: boolean;
  readonly total: number | undefined;
  readonly onWhich: (which: Which) => void;
  readonly onKind: (kind: ClockKind | null) => void;
  readonly onSnoozed: (withSnoozed: boolean) => void;
};

function Tools(props: ToolsProps) {
  const { t } = useI18n();
  return (
    <div className="sla-tools">
      <SegmentedControl
        size="xs"
        aria-label={t.sla.columns.state}
        data={[
          { value: 'open', label: t.sla.whichOpen },
          { value: 'unexplained', label: t.sla.whichUnexplained },
        ]}
        value={props.which}
        onChange={value => props.onWhich(lists.find(known => known === value) ?? 'open')}
      />
      <NativeSelect
        aria-label={t.sla.columns.kind}
        value={props.kind ?? ''}
        data={[
          { value: '', label: t.sla.kindAll },
          ...CLOCK_KINDS.map(value => ({ value, label: t.sla.kinds[value] })),
        ]}
        onChange={event =>
          props.onKind(CLOCK_KINDS.find(known => known === event.currentTarget.value) ?? null)
        }
      />
      {props.which === 'open' ? (
        <Checkbox
          label={t.sla.withSnoozed}
          checked={props.withSnoozed}
          onChange={event => props.onSnoozed(event.currentTarget.checked)}
        />
      ) : null}
      <span className="end small muted">{props.total === undefined ? '' : t.common.items(props.total)}</span>
    </div>
  );
}

type ClockTableProps = { readonly clocks: readonly SlaClock[]; readonly onSnooze: (clock: SlaClock) => void };

function ClockTable({ clocks, onSnooze }: ClockTableProps) {
  const { t } = useI18n();
  const { due, state, who, kind, cause } = t.sla.columns;
  return (
    <table className="table sla-table" aria-label={t.sla.title}>
      <thead>
        <tr>
          <th scope="col">{due}</th>
          <th scope="col">{state}</th>
          <th scope="col">{who}</th>
          <th scope="col">{kind}</th>
          <th scope="col">{cause}</th>
          <th scope="col">
            <span className="visually-hidden">{t.sla.snooze}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {clocks.map(clock => (
          <ClockRow key={clock.uid} clock={clock} onSnooze={() => onSnooze(clock)} />
        ))}
      </tbody>
    </table>
  );
}

/** Every promise that runs, the soonest due first, and how the last four weeks were kept. */
export function SlaPage() {
  const { t } = useI18n();
  const today = useStatus()?.today;
  const [which, setWhich] = useState<Which>('open');
  const [kind, setKind] = useState<ClockKind | null>(null);
  const [withSnoozed, setWithSnoozed] = useState(false);
  const [snoozed, setSnoozed] = useState<SlaClock | null>(null);
  const clocks = useClocks({ which, withSnoozed, ...(kind === null ? {} : { kind }) });
  const attained = useAttainment();
  const isEmpty = clocks.data?.clocks.length === 0;
  return (
    <Page
      title={t.sla.title}
      lead={attained.data ? attainedSentence(t, attained.data) : t.sla.lead}
      isWide
      actions={
        <Button
          component={Link}
          href="/sla/agreement"
          leftSection={<IconPencil size={18} stroke={1.5} aria-hidden />}
        >
          {t.sla.edit}
        </Button>
      }
      side={attained.data ? <AttainedSide attained={attained.data} /> : null}
      sideLabel={t.sla.attainmentSum}
    >
      <Failure error={clocks.error ?? attained.error} onRetry={() => void clocks.refetch()} />
      <Tools
        which={which}
        kind={kind}
        withSnoozed={withSnoozed}
        total={clocks.data?.total}
        onWhich={setWhich}
        onKind={setKind}
        onSnoozed={setWithSnoozed}
      />
      {isEmpty ? (
        <EmptyState
          title={which === 'open' ? t.sla.nothingOpen : t.sla.nothingUnexplained}
          text={which === 'open' ? t.sla.nothingOpenText : ''}
        />
      ) : (
        <ClockTable clocks={clocks.data?.clocks ?? []} onSnooze={setSnoozed} />
      )}
      {today === undefined ? null : (
        <SnoozeDialog clock={snoozed} today={today} onClose={() => setSnoozed(null)} />
      )}
    </Page>
  );
}
