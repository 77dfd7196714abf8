import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { formatDay, formatPercent } from '#shared/i18n/format.ts';
import { reasonLabel } from '#shared/i18n/reasons.ts';
import { useReturns } from './queries.ts';

const percent = (share: number): string => formatPercent(Math.round(share * 1000), 1000);

/** Which rule of the points produced what came back, for whoever looks after the rules. */
export function Returns() {
  const { t, lang } = useI18n();
  const { data, error } = useReturns();
  const words = t.opportunities.returns;
  if (!data) return <Failure error={error} />;
  const nameOf = (rule: string): string =>
    Object.hasOwn(t.leads.attributes, rule)
      ? t.leads.attributes[rule as keyof typeof t.leads.attributes]
      : reasonLabel(t, { rule, value: null, points: 0, occurredOn: null });
  const { proposal, rate } = data;
  const verdict =
    data.verdict === 'proposal' && proposal && rate
      ? words.proposal(
          nameOf(proposal.rule),
          percent(proposal.rate.value),
          percent(proposal.rate.low),
          percent(rate.value),
        )
      : data.verdict === 'tooFew'
        ? words.tooFew(data.min)
        : words.none;
  return (
    <Section
      title={words.title}
      note={words.period(formatDay(data.fromOn, lang), formatDay(data.toOn, lang))}
      action={<Link href="/settings/scoring">{words.toRules}</Link>}
    >
      <p className="prose">
        {data.n === 0 ? '' : `${words.sum(data.n, data.x)} `}
        {verdict}
      </p>
      {data.n === 0 ? null : (
        <table className="table deal-returns" aria-label={words.title}>
          <thead>
            <tr>
              <th>{words.rule}</th>
              <th className="num">{words.rate}</th>
              <th className="num">{words.interval}</th>
            </tr>
          </thead>
          <tbody>
            {data.rules.map(rule => (
              <tr key={rule.rule}>
                <td>{nameOf(rule.rule)}</td>
                <td className="num">{t.common.of(rule.x, rule.n)}</td>
                <td className="num">
                  {rule.isEnough ? (
                    t.common.range(percent(rule.rate.low), percent(rule.rate.high))
                  ) : (
                    <span className="muted">{words.few(data.min)}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.reasons.length === 0 ? null : (
        <p>
          {words.reasons}:{' '}
          {data.reasons
            .map(({ reason, n }) => `${t.opportunities.returnReasons[reason]} ${t.common.items(n)}`)
            .join(t.scoring.reasonJoin)}
        </p>
      )}
    </Section>
  );
}
