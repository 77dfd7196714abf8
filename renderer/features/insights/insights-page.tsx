import './insights.css';
import { Button, NativeSelect } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { InsightsTabs } from '#renderer/components/insights-tabs.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { BaselineForm } from './baseline-form.tsx';
import { BeforeAfter, sentenceOf } from './before-after.tsx';
import { useBaseline, useBeforeAfter, windows, type WindowDays } from './queries.ts';

/** Is conversion better than before: one sentence, two bars, the difference with its interval. */
export function InsightsPage() {
  const { t } = useI18n();
  const [windowDays, setWindowDays] = useState<WindowDays>(90);
  const [asTable, setAsTable] = useState(false);
  const result = useBeforeAfter(windowDays);
  const baseline = useBaseline();
  const today = useStatus()?.today;
  return (
    <Page
      title={t.insights.title}
      actions={
        <>
          <NativeSelect
            aria-label={t.insights.windowLabel}
            value={String(windowDays)}
            data={windows.map(days => ({ value: String(days), label: t.insights.window(days) }))}
            onChange={event =>
              setWindowDays(windows.find(days => String(days) === event.currentTarget.value) ?? 90)
            }
          />
          <Button
            leftSection={<IconTable size={18} stroke={1.5} aria-hidden />}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t.common.showChart : t.common.showTable}
          </Button>
        </>
      }
    >
      <InsightsTabs />
      <Failure error={result.error ?? baseline.error} onRetry={() => void result.refetch()} />
      {result.data ? (
        <>
          <p className="answer">{sentenceOf(t, result.data)}</p>
          <BeforeAfter data={result.data} asTable={asTable} />
        </>
      ) : null}
      {baseline.data === undefined || today === undefined ? null : (
        <div className="baseline">
          <BaselineForm key={JSON.stringify(baseline.data)} saved={baseline.data} today={today} />
        </div>
      )}
    </Page>
  );
}
