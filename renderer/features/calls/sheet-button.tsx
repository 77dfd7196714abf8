import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { saveFile } from '#renderer/platform/files.ts';

/** The same list for Excel, beside the PDF. */
export function SheetButton({ uid }: { readonly uid: string }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const sheet = useMutation(
    orpc.callLists.sheet.mutationOptions({
      onSuccess: async file => {
        await saveFile(file);
        showToast({ message: t.callSheets.saved });
      },
    }),
  );
  return (
    <>
      <Button
        leftSection={<IconTable size={18} stroke={1.5} aria-hidden />}
        loading={sheet.isPending}
        onClick={() => sheet.mutate({ uid })}
      >
        {t.callSheets.save}
      </Button>
      <Failure error={sheet.error} />
    </>
  );
}
