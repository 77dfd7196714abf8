import './imports.css';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';

const blank = {
  companyName: '',
  name: '',
  kana: '',
  department: '',
  title: '',
  phone: '',
  email: '',
  memo: '',
};
type Card = typeof blank;
const firstField = 'card-company';
const channels = ['event', 'inbound', 'outbound', 'referral', 'other'] as const;

/** One card typed in; channel and event stay for the next one. */
export function CardPage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [card, setCard] = useState<Card>(blank);
  const [channel, setChannel] = useState<(typeof channels)[number]>('event');
  const [eventName, setEventName] = useState('');
  const undo = useUndo();
  const create = useMutation(
    orpc.leads.create.mutationOptions({
      onSuccess: done => {
        setCard(blank);
        document.getElementById(firstField)?.focus();
        const message =
          done.outcome === 'new' || done.outcome === 'asked' ? t.leads.created : t.leads.createdKnown;
        showToast({ message, undoLabel: t.common.undo, onUndo: () => undo.run(done.operationUid) });
      },
    }),
  );
  const canSave = card.companyName.trim() !== '' || card.name.trim() !== '';
  const save = (): void => {
    if (canSave && !create.isPending) create.mutate({ ...card, channel, eventName });
  };
  useKeys([{ keys: 'mod+Enter', label: t.imports.saveCard, run: save, whileTyping: true }]);
  const field = (key: keyof Card) => ({
    value: card[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setCard(current => ({ ...current, [key]: value }));
    },
  });
  return (
    <Page
      title={t.imports.byHand}
      lead={t.imports.byHandLead}
      confirm={
        <>
          <Button
            variant="filled"
            size="lg"
            disabled={!canSave}
            loading={create.isPending}
            onClick={save}
            rightSection={<Keycap keys="mod+Enter" />}
          >
            {t.imports.saveCard}
          </Button>
          <Button size="lg" component={Link} href="/imports">
            {t.common.close}
          </Button>
        </>
      }
    >
      <Failure error={create.error} />
      <div className="hand-form">
        <TextInput id={firstField} label={t.leads.company} {...field('companyName')} data-autofocus />
        <TextInput label={t.leads.name} {...field('name')} />
        <TextInput label={t.leads.kana} {...field('kana')} />
        <TextInput label={t.leads.department} {...field('department')} />
        <TextInput label={t.leads.jobTitle} {...field('title')} />
        <TextInput label={t.leads.phone} inputMode="tel" {...field('phone')} />
        <TextInput label={t.leads.email} inputMode="email" {...field('email')} />
        <NativeSelect
          label={t.imports.channel}
          value={channel}
          data={channels.map(value => ({ value, label: t.common.channel[value] }))}
          onChange={event =>
            setChannel(channels.find(known => known === event.currentTarget.value) ?? 'other')
          }
        />
        <TextInput
          label={t.imports.eventName}
          value={eventName}
          onChange={event => setEventName(event.currentTarget.value)}
        />
        <Textarea className="wide" label={t.leads.memo} rows={3} {...field('memo')} />
      </div>
    </Page>
  );
}
