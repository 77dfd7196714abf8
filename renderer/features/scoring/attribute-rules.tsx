import { MultiSelect, NativeSelect } from '@mantine/core';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import {
  ATTRIBUTES,
  type Attribute,
  type AttributeRule,
  type ScoringRules,
} from '#shared/domain/scoring/rules.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { valueText } from '#shared/i18n/reasons.ts';
import { NumberField, PointsField, Reached, RemoveRule, withEntry, withoutEntry } from './rule-fields.tsx';
import type { RulesDraft } from './use-rules-draft.ts';
import { PREFECTURES } from '#shared/domain/leads/address.ts';

/** What can be a target of an attribute, as words. */
function targetsOf(
  t: Catalogue,
  attribute: Exclude<Attribute, 'employees'>,
): { value: string; label: string }[] {
  const values = {
    titleRank: Object.keys(t.leads.titleRanks),
    departmentFunction: Object.keys(t.leadList.functions),
    industry: Object.keys(t.scoring.industries),
    prefecture: PREFECTURES,
  }[attribute];
  return values.map(value => ({ value, label: valueText(t, attribute, value) }));
}

const freshRule = (attribute: Attribute): AttributeRule =>
  attribute === 'employees'
    ? { attribute, points: 10, min: null, max: null }
    : { attribute, points: 10, targets: [] };

type RowProps = {
  readonly rule: AttributeRule;
  readonly reached: number | undefined;
  readonly isAdvanced: boolean;
  readonly onChange: (rule: AttributeRule) => void;
  readonly onRemove: () => void;
};

function Targets({ rule, onChange }: Pick<RowProps, 'rule' | 'onChange'>) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  if (rule.attribute === 'employees')
    return (
      <span className="rule-range">
        <NumberField
          label={words.employeesFrom}
          max={1_000_000}
          value={rule.min}
          onChange={min => onChange({ ...rule, min })}
        />
        <span aria-hidden>〜</span>
        <NumberField
          label={words.employeesTo}
          max={1_000_000}
          value={rule.max}
          onChange={max => onChange({ ...rule, max })}
        />
      </span>
    );
  const chosen = rule.targets.map(String);
  return (
    <MultiSelect
      aria-label={words.targetsOf(t.leads.attributes[rule.attribute])}
      size="xs"
      searchable
      data={targetsOf(t, rule.attribute)}
      value={chosen}
      {...(chosen.length === 0 ? { placeholder: words.noTargets } : {})}
      onChange={targets =>
        onChange(
          rule.attribute === 'titleRank' ? { ...rule, targets: targets.map(Number) } : { ...rule, targets },
        )
      }
    />
  );
}

function AttributeRow({ rule, reached, isAdvanced, onChange, onRemove }: RowProps) {
  const { t } = useI18n();
  const name = t.leads.attributes[rule.attribute];
  return (
    <li className="rule-row">
      <span className="rule-name">{name}</span>
      <PointsField what={name} points={rule.points} onChange={points => onChange({ ...rule, points })} />
      <Reached count={reached} />
      {isAdvanced ? <RemoveRule what={name} onRemove={onRemove} /> : null}
      <div className="rule-targets">
        <Targets rule={rule} onChange={onChange} />
      </div>
    </li>
  );
}

type ColumnProps = { readonly draft: RulesDraft; readonly isAdvanced: boolean };

/** 属性: who somebody is. The best rule per attribute counts, up to the limit. */
export function AttributeRules({ draft: { rules, change, simulation }, isAdvanced }: ColumnProps) {
  const { t } = useI18n();
  const set = (attributes: AttributeRule[]): void => change({ ...rules, attributes });
  return (
    <Section title={t.leads.fit} action={<Cap side="fit" rules={rules} change={change} />}>
      <ul className="rule-list">
        {rules.attributes.map((rule, i) => (
          <AttributeRow
            // Rules have no names of their own; their place is who they are.
            key={`${rule.attribute}-${i}`}
            rule={rule}
            reached={simulation?.matches.attributes[i]}
            isAdvanced={isAdvanced}
            onChange={next => set(withEntry(rules.attributes, i, next))}
            onRemove={() => set(withoutEntry(rules.attributes, i))}
          />
        ))}
      </ul>
      {isAdvanced ? (
        <NativeSelect
          size="xs"
          aria-label={t.scoring.rules.addAttribute}
          value=""
          data={[
            { value: '', label: `${t.scoring.rules.addAttribute}…` },
            ...ATTRIBUTES.map(value => ({ value, label: t.leads.attributes[value] })),
          ]}
          onChange={event => {
            const added = ATTRIBUTES.find(attribute => attribute === event.currentTarget.value);
            if (added) set([...rules.attributes, freshRule(added)]);
          }}
        />
      ) : null}
    </Section>
  );
}

type CapProps = {
  readonly side: keyof ScoringRules['caps'];
  readonly rules: ScoringRules;
  readonly change: (next: ScoringRules) => void;
};

/** The most one side can bring. */
export function Cap({ side, rules, change }: CapProps) {
  const { t } = useI18n();
  return (
    <span className="rule-cap small">
      <span aria-hidden>{t.scoring.rules.cap}</span>
      <NumberField
        label={`${t.leads[side]} ${t.scoring.rules.cap}`}
        value={rules.caps[side]}
        onChange={cap => cap !== null && change({ ...rules, caps: { ...rules.caps, [side]: cap } })}
      />
    </span>
  );
}
