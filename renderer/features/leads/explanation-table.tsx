import { Section } from '#renderer/components/section.tsx';
import { SumTable, type SumRow } from '#renderer/components/sum-table.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Explanation } from '#shared/contract/explanation.ts';
import { daysBetween } from '#shared/domain/base/days.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { formatDay } from '#shared/i18n/format.ts';

type Row = Explanation['rows'][number];

function labelOf(t: Catalogue, row: Row, cap: number): string {
  if (row.rule === 'cap') return t.leads.overCap(cap);
  if (row.side === 'engagement') return codeText(t.leads.rules, row.rule);
  const name = codeText(t.leads.attributes, row.rule);
  if (row.value === null) return name;
  return `${name}　${row.rule === 'titleRank' ? codeText(t.leads.titleRanks, row.value) : row.value}`;
}

/** The points of a lead, row by row; the rows sum to the score, which is what the double rule says. */
export function ExplanationTable({ explanation }: { readonly explanation: Explanation }) {
  const { t, lang } = useI18n();
  const shown = (row: Row, index: number): SumRow => ({
    key: `${row.side}-${index}`,
    lead: row.occurredOn === null ? '' : formatDay(row.occurredOn, lang),
    label: labelOf(t, row, explanation.caps[row.side]),
    ...(row.points !== row.base && row.occurredOn !== null
      ? { note: t.leads.decayed(row.base, daysBetween(row.occurredOn, explanation.on)) }
      : {}),
    value: row.points,
  });
  const side = (name: Row['side']): SumRow[] => [
    {
      key: name,
      label: t.leads[name],
      note: t.leads.cap(explanation.caps[name]),
      value: explanation[name],
      isGroup: true,
    },
    ...explanation.rows.filter(row => row.side === name).map(shown),
  ];
  return (
    <Section
      title={t.leads.explain}
      note={t.leads.explainNote(formatDay(explanation.on, lang), explanation.rulesVersion)}
    >
      <SumTable
        caption={t.leads.explain}
        rows={[...side('fit'), ...side('engagement')]}
        totalLabel={t.common.total}
        total={explanation.total}
      />
      {explanation.missing.map(gap => (
        <p key={gap.attribute} className="small muted">
          {codeText(t.leads.attributes, gap.attribute)} {t.leads.missing(gap.upTo)}
        </p>
      ))}
    </Section>
  );
}
