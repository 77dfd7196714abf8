import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { FileButton } from '#renderer/components/file-button.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useFreshStart } from '#renderer/lib/use-open-store.ts';
import { showToast } from '#renderer/lib/toast.tsx';
import { fileRefOf } from '#renderer/platform/files.ts';

/** Goes back to a backup, after one question: what was recorded since then leaves the screen. */
export function Restore() {
  const { t } = useI18n();
  const { client } = useBackend();
  const startAfresh = useFreshStart();
  const [chosen, setChosen] = useState<File | null>(null);
  const close = (): void => setChosen(null);
  const restore = useMutation({
    mutationFn: async (file: File) => await client.store.restore({ file: await fileRefOf(file) }),
    onSuccess: async () => {
      await startAfresh();
      showToast({ message: t.settings.restored });
    },
  });
  return (
    <>
      <FileButton
        label={t.settings.restore}
        accept=".db"
        isBusy={restore.isPending}
        onFile={file => setChosen(file)}
      />
      <Failure error={restore.error} />
      <Dialog isOpen={chosen !== null} onClose={close} title={t.settings.restore} size="md">
        <p className="prose">{t.settings.restoreAsk(chosen?.name ?? '')}</p>
        <div className="lead-form-foot">
          <Button variant="filled" data-autofocus onClick={close}>
            {t.common.cancel}
          </Button>
          <Button
            onClick={() => {
              if (chosen) restore.mutate(chosen);
              close();
            }}
          >
            {t.settings.restoreRun}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
