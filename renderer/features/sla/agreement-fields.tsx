import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { Section } from '#renderer/components/section.tsx';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { SlaAgreed } from '#shared/contract/sla.ts';
import { type Day, type Instant, instantAt } from '#shared/domain/base/days.ts';
import { type BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import {
  type ClockKind,
  DAY_READINGS,
  NOTE_LENGTH,
  READINGS,
  REVIEW_RHYTHMS,
  type Sla,
} from '#shared/domain/sla/agreement.ts';
import { dueAt } from '#shared/domain/sla/due.ts';
import { formatDateTime } from '#shared/i18n/format.ts';
import { hotSentences } from '#shared/i18n/sla-text.ts';

export type FieldsProps = { readonly sla: Sla; readonly onChange: (sla: Sla) => void };

function Note({ value, onChange }: { readonly value: string; readonly onChange: (note: string) => void }) {
  const { t } = useI18n();
  return (
    <TextInput
      className="wide"
      label={t.sla.note}
      description={t.sla.noteHint}
      value={value}
      maxLength={NOTE_LENGTH}
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
}

type TargetProps = {
  readonly label: string;
  readonly max: number;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
};

/** A whole number, or nothing where the team agrees on none. */
function Target({ label, max, value, onChange }: TargetProps) {
  const { t } = useI18n();
  return (
    <NumberInput
      label={label}
      min={0}
      max={max}
      allowDecimal={false}
      hideControls
      placeholder={t.sla.notSet}
      value={value ?? ''}
      onChange={next => onChange(typeof next === 'number' ? next : null)}
    />
  );
}

/** What is hot: the rules of the points in words, and what the team adds. */
export function DefinitionFields({ sla, hot, onChange }: FieldsProps & { readonly hot: SlaAgreed['hot'] }) {
  const { t } = useI18n();
  return (
    <Section title={t.sla.blocks.definition} note={t.sla.rulesAt}>
      {hotSentences(t, hot).map(sentence => (
        <p key={sentence} className="prose">
          {sentence}
        </p>
      ))}
      <div className="sla-fields">
        <Note value={sla.definition.note} onChange={note => onChange({ ...sla, definition: { note } })} />
      </div>
    </Section>
  );
}

type TimingProps = FieldsProps & { readonly cal: BusinessCalendar; readonly example: Instant };

/** The three promises, each with an example of what it comes to. */
export function TimingFields({ sla, cal, example, onChange }: TimingProps) {
  const { t, lang } = useI18n();
  const { timing } = sla;
  const shown = (kind: ClockKind): string =>
    (kind === 'accept' ? t.sla.exampleAccept : t.sla.example)(
      formatDateTime(example, lang),
      formatDateTime(dueAt(kind, timing, example, cal), lang),
    );
  const readings = READINGS.map(value => ({ value, label: t.sla.readings[value] }));
  const within24 = (kind: 'told' | 'accept', label: string) => (
    <NativeSelect
      label={label}
      description={shown(kind)}
      inputWrapperOrder={['label', 'input', 'description']}
      value={timing[kind].reading}
      data={readings}
      onChange={event => {
        const reading = READINGS.find(known => known === event.currentTarget.value);
        if (reading) onChange({ ...sla, timing: { ...timing, [kind]: { reading } } });
      }}
    />
  );
  const contact = (patch: Partial<Sla['timing']['contact']>): void =>
    onChange({ ...sla, timing: { ...timing, contact: { ...timing.contact, ...patch } } });
  return (
    <Section title={t.sla.blocks.timing}>
      <div className="sla-fields">
        {within24('told', t.sla.toldWithin)}
        {within24('accept', t.sla.acceptWithin)}
        <fieldset className="sla-contact">
          <legend>{t.sla.contactWithin}</legend>
          <div className="sla-days">
            <NumberInput
              aria-label={t.sla.days}
              min={0}
              max={10}
              allowDecimal={false}
              value={timing.contact.days}
              onChange={days => typeof days === 'number' && contact({ days })}
            />
            <NativeSelect
              aria-label={t.sla.contactWithin}
              value={timing.contact.reading}
              data={DAY_READINGS.map(value => ({ value, label: t.sla.dayReadings[value] }))}
              onChange={event => {
                const reading = DAY_READINGS.find(known => known === event.currentTarget.value);
                if (reading) contact({ reading });
              }}
            />
          </div>
          <p className="small muted">{shown('contact')}</p>
        </fieldset>
      </div>
    </Section>
  );
}

/** What each side owes the other in a month. */
export function DutyFields({ sla, onChange }: FieldsProps) {
  const { t } = useI18n();
  const { marketing, sales } = sla;
  const owes = (patch: Partial<Sla['marketing']>): void =>
    onChange({ ...sla, marketing: { ...marketing, ...patch } });
  const sells = (patch: Partial<Sla['sales']>): void => onChange({ ...sla, sales: { ...sales, ...patch } });
  return (
    <>
      <Section title={t.sla.blocks.marketing}>
        <div className="sla-fields">
          <Target
            label={t.sla.leadsPerMonth}
            max={100_000}
            value={marketing.leadsPerMonth}
            onChange={leadsPerMonth => owes({ leadsPerMonth })}
          />
          <Target
            label={t.sla.hotPerMonth}
            max={100_000}
            value={marketing.hotPerMonth}
            onChange={hotPerMonth => owes({ hotPerMonth })}
          />
          <Note value={marketing.note} onChange={note => owes({ note })} />
        </div>
      </Section>
      <Section title={t.sla.blocks.sales}>
        <div className="sla-fields">
          <Target
            label={t.sla.contactPercent}
            max={100}
            value={sales.contactPercent}
            onChange={contactPercent => sells({ contactPercent })}
          />
          <Target
            label={t.sla.conversionPercent}
            max={100}
            value={sales.conversionPercent}
            onChange={conversionPercent => sells({ conversionPercent })}
          />
          <Note value={sales.note} onChange={note => sells({ note })} />
        </div>
      </Section>
    </>
  );
}

/** How often it is looked at again. */
export function ReviewFields({ sla, onChange }: FieldsProps) {
  const { t } = useI18n();
  const { review } = sla;
  const change = (patch: Partial<Sla['review']>): void =>
    onChange({ ...sla, review: { ...review, ...patch } });
  return (
    <Section title={t.sla.blocks.review}>
      <div className="sla-fields">
        <NativeSelect
          label={t.sla.rhythm}
          value={review.rhythm}
          data={REVIEW_RHYTHMS.map(value => ({ value, label: t.sla.rhythms[value] }))}
          onChange={event =>
            change({ rhythm: REVIEW_RHYTHMS.find(r => r === event.currentTarget.value) ?? 'weekly' })
          }
        />
        <NativeSelect
          label={t.sla.weekday}
          value={String(review.weekday)}
          data={t.sla.weekdays.map((label, i) => ({ value: String(i + 1), label }))}
          onChange={event => change({ weekday: Number(event.currentTarget.value) })}
        />
        <Note value={review.note} onChange={note => change({ note })} />
      </div>
    </Section>
  );
}

/** Who signs: two people, or one who does both. */
export function SignedFields({ sla, today, onChange }: FieldsProps & { readonly today: Day }) {
  const { t } = useI18n();
  const { signed } = sla;
  const change = (patch: Partial<Sla['signed']>): void =>
    onChange({ ...sla, signed: { ...signed, ...patch } });
  return (
    <Section title={t.sla.signed}>
      <div className="sla-fields">
        <Checkbox
          className="wide"
          label={t.sla.isOnePerson}
          checked={signed.isOnePerson}
          onChange={event => change({ isOnePerson: event.currentTarget.checked })}
        />
        <TextInput
          label={signed.isOnePerson ? t.sla.signBoth : t.sla.signMarketing}
          value={signed.marketing}
          maxLength={60}
          onChange={event => change({ marketing: event.currentTarget.value })}
        />
        {signed.isOnePerson ? null : (
          <TextInput
            label={t.sla.signSales}
            value={signed.sales}
            maxLength={60}
            onChange={event => change({ sales: event.currentTarget.value })}
          />
        )}
        <DayField
          label={t.sla.agreedOn}
          value={signed.agreedOn}
          today={today}
          onChange={agreedOn => change({ agreedOn })}
        />
      </div>
    </Section>
  );
}

const fourOClock = 960;
/** A hot lead at four in the afternoon of this day. */
export const exampleOn = (on: Day): Instant => instantAt(on, fourOClock);
