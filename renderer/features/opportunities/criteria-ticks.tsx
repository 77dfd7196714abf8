import { Checkbox, Textarea } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type Criteria, unmetOf } from '#shared/domain/opportunities/criteria.ts';
import { criterionText } from '#shared/i18n/deal-text.ts';

type CriteriaTicksProps = {
  readonly criteria: Criteria;
  readonly met: readonly string[];
  readonly onMet: (met: string[]) => void;
  readonly overrideReason: string;
  readonly onOverride: (reason: string) => void;
};

/** 商談化基準 to tick; while a required line is missing it asks why it is a 商談 all the same. */
export function CriteriaTicks({ criteria, met, onMet, overrideReason, onOverride }: CriteriaTicksProps) {
  const { t } = useI18n();
  const unmet = unmetOf(criteria, met);
  return (
    <div className="deal-criteria">
      {criteria.items.map(item => (
        <Checkbox
          key={item.id}
          label={`${criterionText(t, item)}${item.required ? `（${t.opportunities.required}）` : ''}`}
          checked={met.includes(item.id)}
          onChange={() => onMet(met.includes(item.id) ? met.filter(id => id !== item.id) : [...met, item.id])}
        />
      ))}
      {unmet.length === 0 ? null : (
        <Textarea
          label={`${t.opportunities.override}（${t.opportunities.unmet(unmet.length)}）`}
          autosize
          minRows={1}
          maxLength={500}
          value={overrideReason}
          onChange={event => onOverride(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
