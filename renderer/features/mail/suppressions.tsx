import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { formatDateTime } from '#shared/i18n/format.ts';
import { useSuppressions } from './queries.ts';

/** Addresses that get no mail, for good. */
export function Suppressions() {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const list = useSuppressions();
  const [address, setAddress] = useState('');
  const add = useMutation(
    orpc.suppressions.add.mutationOptions({
      onSuccess: done => {
        setAddress('');
        showToast({ message: t.mailScreen.suppressed(done.stopped) });
      },
    }),
  );
  return (
    <Section title={t.mailScreen.suppressions} note={t.mailScreen.suppressionsNote}>
      <div className="suppress-form">
        <TextInput
          label={t.mailScreen.address}
          inputMode="email"
          value={address}
          onChange={event => setAddress(event.currentTarget.value)}
        />
        <Button
          loading={add.isPending}
          disabled={address.trim() === ''}
          onClick={() => add.mutate({ address: address.trim() })}
        >
          {t.mailScreen.addSuppression}
        </Button>
      </div>
      <Failure error={list.error ?? add.error} />
      {list.data?.length === 0 ? <p className="muted">{t.mailScreen.suppressionsEmpty}</p> : null}
      <table className="table">
        <tbody>
          {(list.data ?? []).map(row => (
            <tr key={row.addressKey}>
              {row.isErased ? (
                <td className="muted">{t.mailScreen.erasedAddress}</td>
              ) : (
                <td className="mono">{row.addressKey}</td>
              )}
              <td>{codeText(t.mailScreen.suppressionReasons, row.reason)}</td>
              <td className="num muted">{formatDateTime(row.sinceAt, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
