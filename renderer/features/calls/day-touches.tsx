import { useQuery } from '@tanstack/react-query';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallTouches } from '#shared/contract/call-day.ts';
import { formatDayYear, formatPercent, formatRate } from '#shared/i18n/format.ts';

/** Attempts shown: beyond, hardly anybody is tried. */
const shown = 8;

const percent = (share: number): string => formatPercent(share, 1);

function Yields({ yields }: Pick<CallTouches, 'yields'>) {
  const { t } = useI18n();
  return (
    <details>
      <summary>{t.common.details}</summary>
      <table className="table day-yields" aria-label={t.callDay.yields}>
        <thead>
          <tr>
            <th>{t.callDay.attempt}</th>
            <th className="num">{t.callDay.tried}</th>
            <th className="num">{t.callDay.won}</th>
            <th className="num">{t.callDay.rate}</th>
            <th className="num">{t.callDay.cumulative}</th>
          </tr>
        </thead>
        <tbody>
          {yields.slice(0, shown).map(row => (
            <tr key={row.attempt}>
              <td>{t.callDay.nth(row.attempt)}</td>
              <td className="num">{t.common.people(row.reached)}</td>
              <td className="num">{t.common.items(row.appointed)}</td>
              <td className="num">{formatRate(row.appointed, row.reached)}</td>
              <td className="num">{percent(row.cumulative)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{t.callDay.cumulativeNote}</p>
    </details>
  );
}

function Summary({ data }: { readonly data: CallTouches }) {
  const { t } = useI18n();
  const { touches, attempts } = data;
  const { x, n, estimate } = touches.few;
  if (touches.median === null || attempts.median === null)
    return <p className="muted">{t.callDay.touchesNone}</p>;
  return (
    <>
      <p className="prose">{t.callDay.median(touches.median, attempts.median)}</p>
      <p>
        {t.callDay.few(x, n, formatPercent(x, n))}
        {estimate ? (
          <span className="small muted">
            {' '}
            {t.callDay.interval(percent(estimate.low), percent(estimate.high))}
          </span>
        ) : null}
      </p>
    </>
  );
}

/** アポまでの接触回数: one sentence, its interval, and by attempt under くわしく. */
export function Touches() {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const touches = useQuery(orpc.calls.touches.queryOptions({ input: {} }));
  const { data } = touches;
  return (
    <Section
      title={t.callDay.touches}
      note={
        data ? t.callDay.touchesNote(formatDayYear(data.fromOn, lang), formatDayYear(data.toOn, lang)) : ''
      }
    >
      <Failure error={touches.error} onRetry={() => void touches.refetch()} />
      {data ? <Summary data={data} /> : null}
      {data && data.yields.length > 0 ? <Yields yields={data.yields} /> : null}
    </Section>
  );
}
