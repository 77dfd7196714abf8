import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import type { Baseline } from '#shared/contract/insights.ts';
import { day, type Day } from '#shared/domain/base/days.ts';

type Draft = { readonly cards: string; readonly opportunities: string };

/** Digits as people type them, full-width and with separators too; null when there is no whole number. */
function wholeOf(text: string): number | null {
  const digits = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

function read(fromOn: Day | null, toOn: Day | null, draft: Draft): Baseline | null {
  const cards = wholeOf(draft.cards);
  const opportunities = wholeOf(draft.opportunities);
  if (fromOn === null || toOn === null || cards === null || opportunities === null) return null;
  return { fromOn, toOn, cards, opportunities };
}

const firstOf = (today: Day, monthsBack: number): Day => {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - monthsBack;
  return day(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`);
};

/** Period, cards, opportunities: what is remembered from before. */
export function BaselineForm({ saved, today }: { readonly saved: Baseline | null; readonly today: Day }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [fromOn, setFromOn] = useState<Day | null>(saved?.fromOn ?? firstOf(today, 6));
  const [toOn, setToOn] = useState<Day | null>(saved?.toOn ?? today);
  const [draft, setDraft] = useState<Draft>({
    cards: saved === null ? '' : String(saved.cards),
    opportunities: saved === null ? '' : String(saved.opportunities),
  });
  const save = useMutation(
    orpc.baseline.save.mutationOptions({ onSuccess: () => showToast({ message: t.insights.baselineSaved }) }),
  );
  const value = read(fromOn, toOn, draft);
  const tooMany = value !== null && value.opportunities > value.cards;
  const reversed = value !== null && value.fromOn > value.toOn;
  const field = (key: keyof Draft) => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value: typed } = event.currentTarget;
      setDraft(now => ({ ...now, [key]: typed }));
    },
  });
  return (
    <Section title={t.insights.baseline} note={t.insights.baselineLead}>
      <div className="baseline-form">
        <DayField label={t.insights.from} value={fromOn} today={today} onChange={setFromOn} />
        <DayField
          label={t.insights.to}
          value={toOn}
          today={today}
          error={reversed ? t.insights.reversed : undefined}
          onChange={setToOn}
        />
        <TextInput inputMode="numeric" label={t.insights.cards} {...field('cards')} />
        <TextInput
          inputMode="numeric"
          label={t.insights.opportunities}
          error={tooMany ? t.insights.tooMany : undefined}
          {...field('opportunities')}
        />
        <Button
          variant="filled"
          loading={save.isPending}
          disabled={value === null || value.cards === 0 || tooMany || reversed}
          onClick={() => (value === null ? undefined : save.mutate(value))}
        >
          {t.insights.saveBaseline}
        </Button>
      </div>
      <Failure error={save.error} />
    </Section>
  );
}
