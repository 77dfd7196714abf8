import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Section } from '#renderer/components/section.tsx';
import { SumTable } from '#renderer/components/sum-table.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useMakeList } from '#renderer/lib/use-make-list.ts';
import type { TriageRank } from '#shared/contract/triage.ts';
import { ranks as all } from './triage-card.tsx';

type DoneProps = {
  readonly importUid: string;
  readonly total: number;
  readonly ranks: ReadonlyMap<string, TriageRank>;
  readonly onLeft: () => void;
};

/** What was sorted, adding up to the cards, and what to do with it. */
export function TriageDone({ importUid, total, ranks, onLeft }: DoneProps) {
  const { t } = useI18n();
  const list = useMakeList();
  const left = total - ranks.size;
  const make = (): void => list.mutate({ importUid });
  useKeys([{ keys: 'mod+Enter', label: t.triage.toList, run: make }]);
  const given = [...ranks.values()];
  return (
    <div className="triage-done">
      <Section title={t.triage.counts}>
        <SumTable
          caption={t.triage.counts}
          totalLabel={t.common.total}
          total={total}
          rows={[
            ...all.map(rank => ({
              key: rank,
              lead: <b>{rank}</b>,
              label: t.triage.ranks[rank],
              value: given.filter(one => one === rank).length,
            })),
            { key: 'left', label: t.triage.notYet, value: left },
          ]}
        />
      </Section>
      <p className="prose">{left === 0 ? t.triage.doneText : t.triage.left(left)}</p>
      <div className="triage-next">
        <Button
          variant="filled"
          leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
          rightSection={<Keycap keys="mod+Enter" />}
          loading={list.isPending}
          onClick={make}
        >
          {t.triage.toList}
        </Button>
        {left === 0 ? null : <Button onClick={onLeft}>{t.triage.showLeft(left)}</Button>}
        <Button component={Link} href="/leads">
          {t.triage.toLeads}
        </Button>
      </div>
      <Failure error={list.error} />
    </div>
  );
}
