import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { BeforeAfter as Data } from '#shared/contract/insights.ts';
import { formatDayYear, formatNumber, formatPercent, formatPoints, formatRate } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { RateChart, type RateBar } from './rate-chart.tsx';

type Rate = Data['after'];
type Verdict = keyof Catalogue['insights']['sentences'];

const isVerdict = (t: Catalogue, code: string): code is Verdict => Object.hasOwn(t.insights.sentences, code);
const clear: readonly string[] = ['improved', 'aboveTarget', 'declined'];

/** The one sentence with the answer. */
export function sentenceOf(t: Catalogue, data: Data): string {
  const code = isVerdict(t, data.verdict) ? data.verdict : 'tooFew';
  const before = data.before;
  return t.insights.sentences[code](
    before === null ? '' : formatPercent(before.x, before.n),
    formatPercent(data.after.x, data.after.n),
  );
}

/** From when to when; without an end up to now. */
function periodOf(t: Catalogue, lang: Lang, { fromOn, toOn }: Rate): string {
  if (fromOn === null) return toOn === null ? t.insights.wholeTime : '';
  const from = formatDayYear(fromOn, lang);
  return toOn === null ? t.insights.since(from) : t.common.range(from, formatDayYear(toOn, lang));
}

const barOf = (t: Catalogue, lang: Lang, name: string, rate: Rate): RateBar => ({
  name,
  period: periodOf(t, lang, rate),
  rate: formatPercent(rate.x, rate.n),
  counts: `${formatNumber(rate.x)}/${formatNumber(rate.n)}`,
  share: rate.rate ?? 0,
  low: rate.low ?? 0,
  high: rate.high ?? 0,
});

function Table({ data }: { readonly data: Data }) {
  const { t, lang } = useI18n();
  const rows = [
    ...(data.before === null ? [] : [{ name: t.insights.before, rate: data.before }]),
    { name: t.insights.after, rate: data.after },
  ];
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t.insights.beforeAfter}</th>
          <th>{t.insights.period}</th>
          <th className="num">{t.insights.rate}</th>
          <th className="num">{t.insights.interval}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, rate }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="muted">{periodOf(t, lang, rate)}</td>
            <td className="num">{formatRate(rate.x, rate.n)}</td>
            <td className="num">
              {rate.low === null || rate.high === null
                ? t.common.none
                : t.insights.intervalRange(formatPercent(rate.low, 1), formatPercent(rate.high, 1))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Difference({ data }: { readonly data: Data }) {
  const { t, lang } = useI18n();
  const { difference, immature } = data;
  const Icon = clear.includes(data.verdict) ? IconCircleCheck : IconCircleDashed;
  const verdict = isVerdict(t, data.verdict) ? data.verdict : 'tooFew';
  return (
    <div className="difference">
      {difference === null ? null : (
        <>
          <span className="muted">{t.insights.difference}</span>
          <div className="figure">{formatPoints(difference.value)}</div>
          <p>
            {t.insights.interval}{' '}
            <b>{t.insights.intervalRange(formatPoints(difference.low), formatPoints(difference.high))}</b>
          </p>
        </>
      )}
      <p
        className={
          data.verdict === 'declined'
            ? 'with-icon late'
            : clear.includes(data.verdict)
              ? 'with-icon ok'
              : 'with-icon muted'
        }
      >
        <Icon size={16} stroke={1.5} aria-hidden />
        {t.insights.verdicts[verdict]}
      </p>
      {immature.n === 0 ? null : (
        <p className="small muted">
          {immature.finalOn === null
            ? t.insights.immatureNoDay(immature.n)
            : t.insights.immature(immature.n, formatDayYear(immature.finalOn, lang))}
        </p>
      )}
    </div>
  );
}

/** Two bars with intervals, the difference, and the same as a table. */
export function BeforeAfter({ data, asTable }: { readonly data: Data; readonly asTable: boolean }) {
  const { t, lang } = useI18n();
  const { before, after } = data;
  const bars = useMemo(
    () =>
      before === null
        ? null
        : {
            before: barOf(t, lang, t.insights.before, before),
            after: barOf(t, lang, t.insights.after, after),
          },
    [t, lang, before, after],
  );
  return (
    <div className="insight-split">
      {asTable || bars === null ? (
        <Table data={data} />
      ) : (
        <RateChart label={t.insights.chart(sentenceOf(t, data))} before={bars.before} after={bars.after} />
      )}
      <Difference data={data} />
    </div>
  );
}
