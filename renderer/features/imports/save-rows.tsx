import { Button, NativeSelect } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { textOfError } from '#renderer/lib/error-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showProblem, showToast } from '#renderer/lib/toast.tsx';
import { saveFile } from '#renderer/platform/files.ts';

const encodings = ['utf-8', 'shift_jis'] as const;

type SaveRowsProps = { readonly importUid: string; readonly outcome: 'setAside' | 'asked' };

/** Saves all rows with an outcome as CSV with their reasons; says what Shift_JIS could not hold. */
export function SaveRows({ importUid, outcome }: SaveRowsProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [encoding, setEncoding] = useState<(typeof encodings)[number]>('utf-8');
  const save = useMutation(
    orpc.imports.rowsFile.mutationOptions({
      onSuccess: async ({ rows, lost, lostCount, ...file }) => {
        await saveFile(file);
        const [first] = lost;
        showToast({
          message: first
            ? `${t.imports.rowsSaved(rows)} ${t.imports.charactersLost(lostCount, first.line, first.character)}`
            : t.imports.rowsSaved(rows),
        });
      },
      onError: error => showProblem(textOfError(t, error)),
    }),
  );
  return (
    <span className="save-rows">
      <NativeSelect
        size="xs"
        aria-label={t.imports.encoding}
        value={encoding}
        data={encodings.map(value => ({ value, label: t.imports.encodings[value] }))}
        onChange={event =>
          setEncoding(encodings.find(value => value === event.currentTarget.value) ?? 'utf-8')
        }
      />
      <Button
        size="xs"
        leftSection={<IconFileDownload size={16} stroke={1.5} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate({ importUid, outcome, encoding })}
      >
        {t.imports.saveRows}
      </Button>
    </span>
  );
}
