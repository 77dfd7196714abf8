import { Checkbox, MultiSelect } from '@mantine/core';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { totalFollows } from '#shared/domain/scoring/rehearse.ts';
import { BEHAVIOURS, GATES, type ScoringRules } from '#shared/domain/scoring/rules.ts';
import { NumberField } from './rule-fields.tsx';
import type { RulesDraft } from './use-rules-draft.ts';

type Bands = ScoringRules['bands'];
const CONDITIONS = ['fit', 'engagement', 'total'] as const;

type Props = { readonly draft: RulesDraft; readonly isAdvanced: boolean };

/** The sentence that says what A and B are; every part of it can be switched off. */
export function HotSentence({ draft: { rules, change }, isAdvanced }: Props) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const { hot, mid } = rules.bands;
  const set = (bands: Partial<Bands>): void => change({ ...rules, bands: { ...rules.bands, ...bands } });
  const label = { fit: words.fitMin, engagement: words.engagementMin, total: words.totalMin };
  return (
    <Section title={words.hot}>
      <p className="rule-sentence">{words.hotIs}</p>
      <ul className="rule-conditions">
        {CONDITIONS.map(part => (
          <li key={part}>
            <Checkbox
              aria-label={words.use(label[part])}
              checked={hot[part].on}
              onChange={event =>
                set({ hot: { ...hot, [part]: { ...hot[part], on: event.currentTarget.checked } } })
              }
            />
            <span data-off={!hot[part].on || undefined}>{label[part]}</span>
            <NumberField
              label={label[part]}
              value={hot[part].min}
              isDisabled={!hot[part].on}
              onChange={min => min !== null && set({ hot: { ...hot, [part]: { ...hot[part], min } } })}
            />
            <span data-off={!hot[part].on || undefined}>{words.orMore}</span>
            {part === 'total' && totalFollows(rules) ? (
              <span className="small muted">{words.totalFollows(hot.fit.min + hot.engagement.min)}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {CONDITIONS.every(part => !hot[part].on) ? <p className="warn small">{words.neverByPoints}</p> : null}
      <p className="rule-line">
        <span>{words.midIs}</span>
        <NumberField
          label={words.midIs}
          value={mid.enter}
          onChange={enter => enter !== null && set({ mid: { ...mid, enter } })}
        />
        <span>{words.orMore}</span>
      </p>
      {isAdvanced ? <Falling bands={rules.bands} set={set} /> : null}
    </Section>
  );
}

/** Staying is easier than entering. */
function Falling({
  bands: { hot, mid },
  set,
}: {
  readonly bands: Bands;
  readonly set: (bands: Partial<Bands>) => void;
}) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  return (
    <>
      <p className="rule-line">
        <span>{words.leaveHot}</span>
        <NumberField
          label={words.leaveHot}
          value={hot.leave}
          onChange={leave => leave !== null && set({ hot: { ...hot, leave } })}
        />
        <span>{words.leaveMid}</span>
        <NumberField
          label={words.leaveMid}
          value={mid.leave}
          onChange={leave => leave !== null && set({ mid: { ...mid, leave } })}
        />
      </p>
      <p className="small muted">{words.hysteresis}</p>
    </>
  );
}

/** What makes somebody A at once, and who never rises: only under くわしい設定. */
export function Exceptions({ draft: { rules, change } }: Pick<Props, 'draft'>) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const { explicitInterest: interest } = rules;
  return (
    <div className="rule-columns">
      <Section title={words.interest}>
        <MultiSelect
          aria-label={words.interest}
          size="xs"
          searchable
          data={BEHAVIOURS.map(value => ({ value, label: t.leads.rules[value] }))}
          value={interest.kinds}
          onChange={chosen =>
            change({
              ...rules,
              explicitInterest: { ...interest, kinds: BEHAVIOURS.filter(kind => chosen.includes(kind)) },
            })
          }
        />
        <p className="rule-line">
          <span>{words.interestDays}</span>
          <NumberField
            label={words.interestDays}
            min={1}
            max={3650}
            value={interest.holdDays}
            onChange={holdDays =>
              holdDays !== null && change({ ...rules, explicitInterest: { ...interest, holdDays } })
            }
          />
        </p>
      </Section>
      <Section title={words.gates}>
        <div className="rule-gates">
          {GATES.map(gate => (
            <Checkbox
              key={gate}
              size="xs"
              label={words.gateNames[gate]}
              checked={rules.blockingGates.includes(gate)}
              onChange={event => {
                const isOn = event.currentTarget.checked;
                const gates = GATES.filter(known =>
                  known === gate ? isOn : rules.blockingGates.includes(known),
                );
                change({ ...rules, blockingGates: gates });
              }}
            />
          ))}
        </div>
      </Section>
    </div>
  );
}
