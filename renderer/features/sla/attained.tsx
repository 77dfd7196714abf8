import { SumTable } from '#renderer/components/sum-table.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { SlaAttained } from '#shared/contract/sla.ts';
import { formatMinutes } from '#shared/i18n/alert-text.ts';
import { formatPercent, formatRate } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';

const baseOf = ({ onTime, late, overdueOpen }: SlaAttained['kept']): number => onTime + late + overdueOpen;

/** The answer of the page in one sentence. */
export const attainedSentence = (t: Catalogue, { kept }: SlaAttained): string =>
  baseOf(kept) === 0 ? t.sla.attainmentNone : t.sla.attainment(formatRate(kept.onTime, baseOf(kept)));

/** How the promises of the last four weeks were kept: what adds up, how sure that is, and how fast. */
export function AttainedSide({ attained }: { readonly attained: SlaAttained }) {
  const { t } = useI18n();
  const { kept, started, pace } = attained;
  const share = (value: number): string => formatPercent(value, 1);
  const { same, one, two, more } = pace.days;
  return (
    <Section title={t.sla.attainmentSum}>
      <div className="sla-attained">
        <SumTable
          caption={t.sla.attainmentSum}
          rows={[
            { key: 'onTime', label: t.sla.onTime, value: kept.onTime },
            { key: 'late', label: t.sla.late, value: kept.late },
            { key: 'overdueOpen', label: t.sla.overdueOpen, value: kept.overdueOpen },
          ]}
          totalLabel={t.sla.base}
          total={baseOf(kept)}
        />
        {kept.rate === null ? null : (
          <p className="small muted">{t.sla.interval(share(kept.rate.low), share(kept.rate.high))}</p>
        )}
        {started === null || baseOf(started) === 0 ? null : (
          <p>{t.sla.startedRate(formatRate(started.onTime, baseOf(started)))}</p>
        )}
        {pace.medianMinutes === null ? null : <p>{t.sla.median(formatMinutes(t, pace.medianMinutes))}</p>}
        {same + one + two + more === 0 ? null : (
          <p className="small muted">{t.sla.byDay(same, one, two, more)}</p>
        )}
        <p className="small muted">
          {t.sla.notDue(kept.notDue)}　{t.sla.cancelledCount(kept.cancelled)}
        </p>
      </div>
    </Section>
  );
}
