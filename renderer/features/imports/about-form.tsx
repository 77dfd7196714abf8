import { NativeSelect, TextInput } from '@mantine/core';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { About } from './types.ts';
import { useMembers } from './queries.ts';

const channels = ['event', 'inbound', 'outbound', 'referral', 'other'] as const;
const consents = ['card', 'organiser', 'enquiry', 'relationship', 'unknown'] as const;

/** What every row of the file shares, all of it prefilled. */
export function AboutForm({
  about,
  onChange,
}: {
  readonly about: About;
  readonly onChange: (about: About) => void;
}) {
  const { t } = useI18n();
  const today = useStatus()?.today;
  const members = useMembers().data ?? [];
  return (
    <div className="about-form">
      <NativeSelect
        label={t.imports.channel}
        value={about.channel}
        data={channels.map(value => ({ value, label: t.common.channel[value] }))}
        onChange={event => {
          const channel = channels.find(known => known === event.currentTarget.value);
          if (channel) onChange({ ...about, channel });
        }}
      />
      <TextInput
        label={t.imports.eventName}
        value={about.eventName}
        maxLength={100}
        onChange={event => onChange({ ...about, eventName: event.currentTarget.value })}
      />
      {today === undefined ? null : (
        <DayField
          label={t.imports.metOn}
          value={about.metOn}
          today={today}
          onChange={metOn => onChange({ ...about, metOn })}
        />
      )}
      <NativeSelect
        label={t.imports.consent}
        value={about.consentBasis}
        data={consents.map(value => ({ value, label: t.imports.consents[value] }))}
        onChange={event => {
          const consentBasis = consents.find(known => known === event.currentTarget.value);
          if (consentBasis) onChange({ ...about, consentBasis });
        }}
      />
      <NativeSelect
        label={t.imports.owner}
        value={about.ownerUid ?? ''}
        data={[
          { value: '', label: t.imports.ownerNone },
          ...members
            .filter(member => member.active)
            .map(member => ({ value: member.uid, label: member.name })),
        ]}
        onChange={event => onChange({ ...about, ownerUid: event.currentTarget.value || null })}
      />
      <p className="wide small muted prose">
        {about.consentBasis === 'unknown' ? t.imports.consentPhone : t.imports.consentMail}{' '}
        {t.imports.metOnHint}
      </p>
    </div>
  );
}
