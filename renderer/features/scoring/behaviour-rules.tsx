import { NativeSelect } from '@mantine/core';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { BEHAVIOURS, type BehaviourRule, type Validity } from '#shared/domain/scoring/rules.ts';
import { Cap } from './attribute-rules.tsx';
import { NumberField, PointsField, Reached, RemoveRule, withEntry, withoutEntry } from './rule-fields.tsx';
import type { RulesDraft } from './use-rules-draft.ts';

const COUNTINGS = ['once', 'each', 'daily'] as const;
const VALIDITIES = ['none', 'window', 'linear', 'halfLife'] as const;
const firstDays = 180;

const countingOf = (mode: (typeof COUNTINGS)[number]): BehaviourRule['counting'] =>
  mode === 'daily' ? { mode, limit: 1 } : { mode };
const validityOf = (mode: (typeof VALIDITIES)[number], days: number): Validity =>
  mode === 'none' ? { mode } : { mode, days };

type RowProps = {
  readonly rule: BehaviourRule;
  readonly reached: number | undefined;
  readonly isAdvanced: boolean;
  readonly onChange: (rule: BehaviourRule) => void;
  readonly onRemove: () => void;
};

/** How often it counts and how long it lasts: what a first week does not need. */
function Details({ rule, onChange }: Pick<RowProps, 'rule' | 'onChange'>) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const what = t.leads.rules[rule.kind];
  const { counting, validity } = rule;
  const days = validity.mode === 'none' ? firstDays : validity.days;
  return (
    <div className="rule-details">
      <span className="rule-pair">
        <NativeSelect
          size="xs"
          aria-label={words.countingOf(what)}
          value={counting.mode}
          data={COUNTINGS.map(value => ({ value, label: words.countings[value] }))}
          onChange={event => {
            const mode = COUNTINGS.find(known => known === event.currentTarget.value);
            if (mode) onChange({ ...rule, counting: countingOf(mode) });
          }}
        />
        {counting.mode === 'daily' ? (
          <span className="rule-unit small">
            <NumberField
              label={words.perDay(what)}
              min={1}
              value={counting.limit}
              onChange={limit => limit !== null && onChange({ ...rule, counting: { mode: 'daily', limit } })}
            />
            {words.times}
          </span>
        ) : null}
      </span>
      <span className="rule-pair">
        <NativeSelect
          size="xs"
          aria-label={words.validityOf(what)}
          value={validity.mode}
          data={VALIDITIES.map(value => ({ value, label: words.validity[value] }))}
          onChange={event => {
            const mode = VALIDITIES.find(known => known === event.currentTarget.value);
            if (mode) onChange({ ...rule, validity: validityOf(mode, days) });
          }}
        />
        {validity.mode === 'none' ? null : (
          <span className="rule-unit small">
            <NumberField
              label={words.daysOf(what)}
              min={1}
              max={3650}
              value={validity.days}
              onChange={next =>
                next !== null && onChange({ ...rule, validity: { mode: validity.mode, days: next } })
              }
            />
            {words.days}
          </span>
        )}
      </span>
    </div>
  );
}

function BehaviourRow({ rule, reached, isAdvanced, onChange, onRemove }: RowProps) {
  const { t } = useI18n();
  const what = t.leads.rules[rule.kind];
  return (
    <li className="rule-row">
      <span className="rule-name">{what}</span>
      <PointsField what={what} points={rule.points} onChange={points => onChange({ ...rule, points })} />
      <Reached count={reached} />
      {isAdvanced ? <RemoveRule what={what} onRemove={onRemove} /> : null}
      {isAdvanced ? <Details rule={rule} onChange={onChange} /> : null}
    </li>
  );
}

type ColumnProps = { readonly draft: RulesDraft; readonly isAdvanced: boolean };

/** 行動: what somebody did, up to the limit. */
export function BehaviourRules({ draft: { rules, change, simulation }, isAdvanced }: ColumnProps) {
  const { t } = useI18n();
  const set = (behaviours: BehaviourRule[]): void => change({ ...rules, behaviours });
  const free = BEHAVIOURS.filter(kind => !rules.behaviours.some(rule => rule.kind === kind));
  return (
    <Section title={t.leads.engagement} action={<Cap side="engagement" rules={rules} change={change} />}>
      <ul className="rule-list">
        {rules.behaviours.map((rule, i) => (
          <BehaviourRow
            key={rule.kind}
            rule={rule}
            reached={simulation && (simulation.matches.behaviours[rule.kind] ?? 0)}
            isAdvanced={isAdvanced}
            onChange={next => set(withEntry(rules.behaviours, i, next))}
            onRemove={() => set(withoutEntry(rules.behaviours, i))}
          />
        ))}
      </ul>
      {isAdvanced ? (
        <NativeSelect
          size="xs"
          aria-label={t.scoring.rules.addBehaviour}
          value=""
          data={[
            { value: '', label: `${t.scoring.rules.addBehaviour}…` },
            ...free.map(value => ({ value, label: t.leads.rules[value] })),
          ]}
          onChange={event => {
            const kind = free.find(known => known === event.currentTarget.value);
            if (!kind) return;
            const counting = countingOf('daily');
            set([
              ...rules.behaviours,
              { kind, points: 10, counting, validity: validityOf('window', firstDays) },
            ]);
          }}
        />
      ) : null}
    </Section>
  );
}
