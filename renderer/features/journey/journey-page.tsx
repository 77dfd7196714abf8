import './journey.css';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPrinter, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { InsightsTabs } from '#renderer/components/insights-tabs.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { JourneyMap } from '#shared/contract/journey.ts';
import { addDays, day, type Day } from '#shared/domain/base/days.ts';
import { formatDayYear, formatPercent, formatTime } from '#shared/i18n/format.ts';
import { JourneyDrawing } from './journey-map.tsx';
import { JourneyNotes } from './journey-notes.tsx';
import { JourneyTable } from './journey-table.tsx';

const periods = ['30', '90', '180', '365', 'whole'] as const;
type Period = (typeof periods)[number];
const BEGINNING = day('1970-01-01');

const startOf = (period: Period, today: Day): Day =>
  period === 'whole' ? BEGINNING : addDays(today, 1 - Number(period));

function Shown({ map, asTable }: { readonly map: JourneyMap; readonly asTable: boolean }) {
  const { t } = useI18n();
  if (map.start === 0 && map.beside.thanks + map.beside.outside === 0)
    return (
      <EmptyState
        title={t.journey.emptyTitle}
        text={t.journey.emptyText}
        action={
          <Button variant="filled" component={Link} href="/imports">
            {t.nav.importCards}
          </Button>
        }
      />
    );
  return (
    <>
      {asTable ? <JourneyTable map={map} /> : <JourneyDrawing map={map} />}
      <JourneyNotes map={map} />
    </>
  );
}

/** What paper has to say beside the figures: of which people, of when, and whether they are real. */
function PaperLine({ map, period }: { readonly map: JourneyMap; readonly period: Period }) {
  const { t, lang } = useI18n();
  const status = useStatus();
  if (!status) return null;
  const whole = t.common.range(formatDayYear(map.fromOn, lang), formatDayYear(map.toOn, lang));
  return (
    <p className="journey-paper">
      {status.store?.practice ? <b>{t.print.practice}　</b> : null}
      {t.journey.periodLabel} {period === 'whole' ? t.journey.wholePeriod : whole}　
      {t.journey.printedAt(formatDayYear(status.today, lang), formatTime(status.now))}
    </p>
  );
}

/** 導線マップ: how many people went which way, who is where, and where they get lost. */
export function JourneyPage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const today = useStatus()?.today;
  const [period, setPeriod] = useState<Period>('90');
  const [asTable, setAsTable] = useState(false);
  const input = today === undefined ? {} : { fromOn: startOf(period, today), toOn: today };
  const { data: map, error, refetch } = useQuery(orpc.journey.map.queryOptions({ input }));
  const deals = map?.reached.converted ?? 0;
  return (
    <Page
      title={t.journey.title}
      lead={
        map === undefined || map.start === 0
          ? null
          : t.journey.sentence(map.start, deals, formatPercent(deals, map.start))
      }
      actions={
        <>
          <NativeSelect
            aria-label={t.journey.periodLabel}
            value={period}
            data={periods.map(value => ({
              value,
              label: value === 'whole' ? t.journey.wholePeriod : t.journey.period(Number(value)),
            }))}
            onChange={({ currentTarget: { value } }) =>
              setPeriod(periods.find(known => known === value) ?? '90')
            }
          />
          <Button
            leftSection={<IconTable size={18} stroke={1.5} aria-hidden />}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t.common.showChart : t.common.showTable}
          </Button>
          <Button
            leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
            onClick={() => globalThis.print()}
          >
            {t.journey.print}
          </Button>
        </>
      }
    >
      <InsightsTabs />
      <Failure error={error} onRetry={() => void refetch()} />
      {map === undefined ? null : (
        <>
          <PaperLine map={map} period={period} />
          <Shown map={map} asTable={asTable} />
        </>
      )}
    </Page>
  );
}
