import './workspace.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { minutely } from '#renderer/lib/minutely.ts';
import { minuteOf } from '#shared/domain/base/days.ts';
import { DayMeters } from './day-meters.tsx';
import { DayReport } from './day-report.tsx';
import { Touches } from './day-touches.tsx';

/** 今日の電話と日報: how the day goes, what to hand in, and how many touches appointments take. */
export function DayPage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const status = useStatus();
  const day = useQuery({ ...orpc.calls.day.queryOptions({ input: {} }), ...minutely });
  return (
    <Page
      title={t.callDay.title}
      lead={day.data ? t.callDay.lead(day.data.mine.calls) : t.common.loading}
      actions={
        <Button component={Link} href="/calls/work">
          {t.callWork.open}
        </Button>
      }
    >
      <Failure error={day.error} onRetry={() => void day.refetch()} />
      {day.data && status ? (
        <div className="day-grid">
          <DayMeters day={day.data} minute={minuteOf(status.now)} />
          <DayReport key={day.data.on} day={day.data} />
        </div>
      ) : null}
      <Touches />
    </Page>
  );
}
