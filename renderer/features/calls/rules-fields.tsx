import type { ReactNode } from 'react';
import { CountField } from '#renderer/components/count-field.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type CallRules, RULE_BOUNDS } from '#shared/domain/calls/call-rules.ts';
import { BANDS } from '#shared/domain/scoring/band.ts';

export type RulesFieldsProps = {
  readonly rules: CallRules;
  readonly onChange: (rules: CallRules) => void;
};

type CountProps = {
  readonly label: string;
  readonly value: number;
  readonly bounds: { readonly min: number; readonly max: number };
  readonly onChange: (value: number) => void;
};

/** A number within a sentence. */
const Count = ({ label, ...field }: CountProps) => (
  <CountField {...field} aria-label={label} className="rule-count" size="xs" />
);

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="call-rule">
    <span>{name}</span>
    <span className="rule-says">{children}</span>
  </div>
);

/** When somebody is called again, by what came of the last call. */
export function NextFields({ rules, onChange }: RulesFieldsProps) {
  const { t } = useI18n();
  const { next } = rules;
  const words = t.callRules;
  const set = (patch: Partial<CallRules['next']>): void =>
    onChange({ ...rules, next: { ...next, ...patch } });
  const days = (
    name: string,
    value: number,
    change: (value: number) => void,
    bounds: CountProps['bounds'] = RULE_BOUNDS.businessDays,
  ) => <Count label={words.daysOf(name)} value={value} bounds={bounds} onChange={change} />;
  const { outcomes } = t.calls;
  return (
    <Section title={words.next} note={words.nextNote}>
      <Line name={outcomes.noAnswer}>
        {days(outcomes.noAnswer, next.noAnswer, noAnswer => set({ noAnswer }))} {words.later}
      </Line>
      <Line name={words.silence}>
        <Count
          label={words.timesOf(words.silence)}
          value={next.silence.times}
          bounds={RULE_BOUNDS.silence}
          onChange={times => set({ silence: { ...next.silence, times } })}
        />{' '}
        {words.inARow}{' '}
        {days(words.silence, next.silence.businessDays, businessDays =>
          set({ silence: { ...next.silence, businessDays } }),
        )}{' '}
        {words.laterWithMail}
      </Line>
      <Line name={outcomes.away}>
        {days(outcomes.away, next.away, away => set({ away }))} {words.later}
      </Line>
      <Line name={outcomes.gatekeeper}>
        {days(outcomes.gatekeeper, next.gatekeeper.businessDays, businessDays =>
          set({ gatekeeper: { ...next.gatekeeper, businessDays } }),
        )}{' '}
        {words.later}{' '}
        <Count
          label={words.timesOf(outcomes.gatekeeper)}
          value={next.gatekeeper.times}
          bounds={RULE_BOUNDS.gatekeeper}
          onChange={times => set({ gatekeeper: { ...next.gatekeeper, times } })}
        />{' '}
        {words.timesToNurture}
      </Line>
      <Line name={outcomes.material}>
        {words.afterSending} {days(outcomes.material, next.material, material => set({ material }))}{' '}
        {words.later}
      </Line>
      <Line name={outcomes.badNumber}>
        {days(outcomes.badNumber, next.badNumber, badNumber => set({ badNumber }))} {words.toFindNumber}
      </Line>
      <Line name={words.nurture}>
        {days(words.nurture, next.nurtureDays, nurtureDays => set({ nurtureDays }), RULE_BOUNDS.nurtureDays)}{' '}
        {words.daysOfRest}
      </Line>
    </Section>
  );
}

/** How often one cycle tries, by rank. */
export function LimitFields({ rules, onChange }: RulesFieldsProps) {
  const { t } = useI18n();
  const words = t.callRules;
  return (
    <Section title={words.limits} note={words.limitsNote}>
      {BANDS.toReversed().map(band => {
        const limit = rules.limits[band];
        const set = (patch: Partial<typeof limit>): void =>
          onChange({ ...rules, limits: { ...rules.limits, [band]: { ...limit, ...patch } } });
        return (
          <div className="call-rule" key={band}>
            <span>
              <RankSeal band={band} /> {t.common.band[band]}
            </span>
            <span className="rule-says">
              <Count
                label={words.daysOf(t.common.band[band])}
                value={limit.businessDays}
                bounds={RULE_BOUNDS.cycle}
                onChange={businessDays => set({ businessDays })}
              />{' '}
              {words.withinDays}{' '}
              <Count
                label={words.timesOf(t.common.band[band])}
                value={limit.attempts}
                bounds={RULE_BOUNDS.attempts}
                onChange={attempts => set({ attempts })}
              />{' '}
              {words.timesAtMost}
            </span>
          </div>
        );
      })}
    </Section>
  );
}

/** What a caller sets out to do in a day. */
export function GoalFields({ rules, onChange }: RulesFieldsProps) {
  const { t } = useI18n();
  const words = t.callRules;
  return (
    <Section title={words.goals}>
      {(['calls', 'reached', 'appointments'] as const).map(goal => (
        <Line key={goal} name={words.goalNames[goal]}>
          <Count
            label={words.goalNames[goal]}
            value={rules.goals[goal]}
            bounds={RULE_BOUNDS.goal}
            onChange={value => onChange({ ...rules, goals: { ...rules.goals, [goal]: value } })}
          />{' '}
          {words.perDay}
        </Line>
      ))}
    </Section>
  );
}
