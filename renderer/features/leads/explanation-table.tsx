import { Button } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '#renderer/components/section.tsx';
import { SumTable, type SumRow } from '#renderer/components/sum-table.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Explanation } from '#shared/contract/explanation.ts';
import { daysBetween } from '#shared/domain/base/days.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { valueText, whySentence } from '#shared/i18n/reasons.ts';
import { ManualPoints } from './manual-points.tsx';
import { StatementPreview } from './statement-preview.tsx';

type Row = Explanation['rows'][number];

function labelOf(t: Catalogue, row: Row, cap: number): string {
  if (row.rule === 'cap') return t.leads.overCap(cap);
  if (row.rule === 'floor') return t.scoring.statement.floor;
  const name = codeText(row.side === 'fit' ? t.leads.attributes : t.leads.rules, row.rule);
  return row.value === null ? name : `${name}　${valueText(t, row.rule, row.value)}`;
}

/** Why the rank is what it is, in words: one sentence, and what it is not yet known. */
function Why({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useI18n();
  return (
    <p className="why">
      {whySentence(t, explanation.rows, explanation.explicitInterest)}
      {explanation.hotUnconfirmed ? <span className="warn">　{t.scoring.unconfirmed}</span> : null}
    </p>
  );
}

/** The points of a lead, row by row; the rows sum to the score, which is what the double rule says. */
export function ExplanationTable({ explanation }: { readonly explanation: Explanation }) {
  const { t, lang } = useI18n();
  const [isGiving, setIsGiving] = useState(false);
  const [isPrinting, setIsPrinting] = useState(false);
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
      <Why explanation={explanation} />
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
      <div className="explain-tools">
        <Button
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          aria-expanded={isGiving}
          onClick={() => setIsGiving(value => !value)}
        >
          {t.scoring.manual.give}
        </Button>
        <Button
          size="xs"
          leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}
          onClick={() => setIsPrinting(true)}
        >
          {t.scoring.statement.title}
        </Button>
      </div>
      {isGiving ? <ManualPoints leadUid={explanation.uid} onDone={() => setIsGiving(false)} /> : null}
      <StatementPreview uid={explanation.uid} isOpen={isPrinting} onClose={() => setIsPrinting(false)} />
    </Section>
  );
}
