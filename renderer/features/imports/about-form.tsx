import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { OwnerField } from './owner-field.tsx';
import type { About, AboutChoice } from './types.ts';

const channels = ['event', 'inbound', 'outbound', 'referral', 'other'] as const;
const consents = ['card', 'organiser', 'enquiry', 'relationship', 'unknown'] as const;

/** What every row of the file shares, all of it prefilled. */
export function AboutForm({
  about,
  onChange,
  children,
}: {
  readonly about: About;
  readonly onChange: (changed: AboutChoice) => void;
  readonly children?: ReactNode;
}) {
  const { t } = useI18n();
  const today = useStatus()?.today;
  return (
    <div className="about-form">
      <NativeSelect
        label={t.imports.channel}
        value={about.channel}
        data={channels.map(value => ({ value, label: t.common.channel[value] }))}
        onChange={event => {
          const channel = channels.find(known => known === event.currentTarget.value);
          if (channel) onChange({ channel });
        }}
      />
      <TextInput
        label={t.imports.eventName}
        value={about.eventName}
        maxLength={100}
        onChange={event => onChange({ eventName: event.currentTarget.value })}
      />
      {today === undefined ? null : (
        <DayField
          label={t.imports.metOn}
          value={about.metOn}
          today={today}
          onChange={metOn => onChange({ metOn })}
        />
      )}
      <NativeSelect
        label={t.imports.consent}
        value={about.consentBasis}
        data={consents.map(value => ({ value, label: t.imports.consents[value] }))}
        onChange={event => {
          const consentBasis = consents.find(known => known === event.currentTarget.value);
          if (consentBasis) onChange({ consentBasis });
        }}
      />
      <p className="wide small muted prose">
        {t.imports.metOnHint}{' '}
        {about.consentBasis === 'unknown' ? t.imports.consentPhone : t.imports.consentMail}
      </p>
      <OwnerField owner={about.owner} onChange={owner => onChange({ owner })} />
      {children}
    </div>
  );
}
