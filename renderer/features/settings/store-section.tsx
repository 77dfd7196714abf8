import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useOpenStore } from '#renderer/lib/use-open-store.ts';
import { saveFile } from '#renderer/platform/files.ts';
import { Restore } from './restore.tsx';
import type { SystemStatus } from '#shared/contract/system.ts';

type OpenedStore = NonNullable<SystemStatus['store']>;

/** Where the data lies, a copy of it, a check of it, and the way into practice. */
export function StoreSection({ store }: { readonly store: OpenedStore }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const open = useOpenStore();
  const backup = useMutation(
    orpc.store.backup.mutationOptions({
      onSuccess: async file => {
        await saveFile(file);
        showToast({ message: t.settings.backedUp });
      },
    }),
  );
  const verify = useMutation(orpc.store.verify.mutationOptions());
  const facts = [
    [t.settings.storeName, store.name],
    [t.settings.storePath, store.path],
    [t.settings.storeLeads, t.common.people(store.leads)],
    [
      t.settings.storeKind,
      `${store.practice ? t.settings.storePractice : t.settings.storeOwn}${store.readOnly ? `(${t.settings.storeReadOnly})` : ''}`,
    ],
  ] as const;
  return (
    <Section title={t.settings.store}>
      <dl className="store-facts">
        {facts.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="settings-actions">
        <Button loading={backup.isPending} onClick={() => backup.mutate({})}>
          {t.settings.backup}
        </Button>
        {store.practice || store.readOnly ? null : <Restore />}
        <Button loading={verify.isPending} onClick={() => verify.mutate({})}>
          {t.settings.verify}
        </Button>
        <Button loading={open.isPending} onClick={store.practice ? open.own : open.practice}>
          {store.practice ? t.settings.toOwn : t.settings.toPractice}
        </Button>
      </div>
      {verify.data ? (
        <div role="status" className={verify.data.ok ? 'ok' : 'late'}>
          {verify.data.ok ? t.settings.verified : t.settings.verifyFound(verify.data.problems.length)}
          {verify.data.problems.map(problem => (
            <div key={problem} className="small mono">
              {problem}
            </div>
          ))}
        </div>
      ) : null}
      <p className="small muted">{t.settings.practiceText}</p>
      <Failure error={backup.error ?? verify.error} />
    </Section>
  );
}
