import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import type { MailAccount } from '#shared/contract/mail.ts';
import { useAccount } from './queries.ts';

const ports = { tls: 465, starttls: 587, none: 25 } as const;
const securities = ['tls', 'starttls', 'none'] as const;
type Draft = Pick<MailAccount, 'fromName' | 'fromAddress' | 'host' | 'port' | 'security' | 'userName'>;
const blank: Draft = {
  fromName: '',
  fromAddress: '',
  host: '',
  port: ports.starttls,
  security: 'starttls',
  userName: '',
};

const draftOf = (account: MailAccount | null): Draft =>
  account === null
    ? blank
    : {
        fromName: account.fromName,
        fromAddress: account.fromAddress,
        host: account.host,
        port: account.port,
        security: account.security,
        userName: account.userName,
      };

function Form({ account }: { readonly account: MailAccount | null }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const weak = useStatus()?.secrets === 'keyFile';
  const [draft, setDraft] = useState(() => draftOf(account));
  const [secret, setSecret] = useState('');
  const save = useMutation(
    orpc.mail.saveAccount.mutationOptions({
      onSuccess: () => {
        setSecret('');
        showToast({ message: t.mailScreen.accountSaved });
      },
    }),
  );
  const test = useMutation(
    orpc.mail.testAccount.mutationOptions({
      onSuccess: () => showToast({ message: t.mailScreen.tested(draft.fromAddress) }),
    }),
  );
  const text = (key: 'fromName' | 'fromAddress' | 'host' | 'userName') => ({
    label: t.mailScreen[key],
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft(now => ({ ...now, [key]: value }));
    },
  });
  return (
    <>
      <div className="account-form">
        <TextInput {...text('fromName')} />
        <TextInput inputMode="email" {...text('fromAddress')} />
        <TextInput {...text('host')} />
        <NativeSelect
          label={t.mailScreen.security}
          value={draft.security}
          data={securities.map(value => ({ value, label: t.mailScreen.securities[value] }))}
          onChange={event => {
            const security = securities.find(known => known === event.currentTarget.value) ?? 'starttls';
            setDraft(now => ({ ...now, security, port: ports[security] }));
          }}
        />
        <TextInput
          label={t.mailScreen.port}
          inputMode="numeric"
          value={String(draft.port)}
          onChange={event => {
            const port = Number.parseInt(event.currentTarget.value.normalize('NFKC'), 10);
            setDraft(now => ({ ...now, port: Number.isNaN(port) ? 0 : port }));
          }}
        />
        <TextInput {...text('userName')} autoComplete="off" />
        <PasswordInput
          label={t.mailScreen.secret}
          placeholder={account?.hasSecret === true ? t.mailScreen.secretKept : ''}
          value={secret}
          autoComplete="new-password"
          onChange={event => setSecret(event.currentTarget.value)}
        />
      </div>
      {weak ? <p className="small warn">{t.mailScreen.weakSecrets}</p> : null}
      <Failure error={save.error ?? test.error} />
      <div className="suppress-form">
        <Button
          variant="filled"
          loading={save.isPending}
          onClick={() => save.mutate({ ...draft, ...(secret === '' ? {} : { secret }) })}
        >
          {t.mailScreen.saveAccount}
        </Button>
        {account === null ? null : (
          <Button loading={test.isPending} onClick={() => test.mutate({})}>
            {t.mailScreen.test}
          </Button>
        )}
      </div>
    </>
  );
}

/** The mail account with a test to its own address; a practice store needs none. */
export function Account() {
  const { t } = useI18n();
  const account = useAccount();
  const isPractice = useStatus()?.store?.practice ?? false;
  const note = isPractice
    ? t.mailScreen.accountPractice
    : account.data === null
      ? t.mailScreen.accountNone
      : '';
  return (
    <Section title={t.mailScreen.account}>
      <p className="prose">{note}</p>
      <Failure error={account.error} />
      {isPractice || account.data === undefined ? null : (
        <Form key={account.data?.uid ?? 'new'} account={account.data} />
      )}
    </Section>
  );
}
