import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUnsaved } from '#renderer/lib/unsaved.ts';
import type { Sender } from '#shared/domain/mail/sender.ts';
import { useSender } from './queries.ts';

const fields = [
  'company',
  'department',
  'person',
  'phone',
  'postalCode',
  'postalAddress',
  'contactAddress',
  'refusalAddress',
  'refusalUrl',
] as const satisfies readonly (keyof Sender)[];

type FormProps = { readonly sender: Sender; readonly missing: readonly string[] };

function Form({ sender, missing }: FormProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [draft, setDraft] = useState(sender);
  const save = useMutation(
    orpc.mail.saveSender.mutationOptions({
      onSuccess: () => showToast({ message: t.mailScreen.senderSaved }),
    }),
  );
  useUnsaved(JSON.stringify(draft) !== JSON.stringify(sender) && !save.isSuccess);
  return (
    <>
      <p className={missing.length === 0 ? 'ok' : 'warn'}>
        {missing.length === 0 ? t.mailScreen.senderReady : t.mailScreen.senderMissing(missing.length)}
      </p>
      <div className="account-form">
        {fields.map(field => (
          <TextInput
            key={field}
            label={t.mailScreen.senderFields[field]}
            value={draft[field]}
            maxLength={200}
            onChange={event => {
              const { value } = event.currentTarget;
              setDraft(now => ({ ...now, [field]: value }));
            }}
          />
        ))}
      </div>
      <Failure error={save.error} />
      <Button loading={save.isPending} onClick={() => save.mutate(draft)}>
        {t.mailScreen.saveSender}
      </Button>
    </>
  );
}

/** Who the mails come from, with a count of what is missing for a mail that may go out. */
export function SenderForm() {
  const { t } = useI18n();
  const sender = useSender();
  return (
    <Section title={t.mailScreen.sender} note={t.mailScreen.senderNote}>
      <Failure error={sender.error} />
      {sender.data ? (
        <Form
          key={JSON.stringify(sender.data.sender)}
          sender={sender.data.sender}
          missing={sender.data.missing}
        />
      ) : null}
    </Section>
  );
}
