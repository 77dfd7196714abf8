import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { formatDateTime } from '#shared/i18n/format.ts';
import { useImports } from './queries.ts';

/** Imports so far with their counts; the whole of one can be taken back. */
export function RecentImports() {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const imports = useImports();
  const undo = useMutation(
    orpc.imports.undo.mutationOptions({
      onSuccess: done => showToast({ message: t.imports.undone(done.restored) }),
    }),
  );
  if (!imports.data || imports.data.length === 0) return <Failure error={imports.error} />;
  return (
    <Section title={t.imports.recent} note={t.common.items(imports.data.length)}>
      <table className="table">
        <tbody>
          {imports.data.map(row => (
            <tr key={row.uid}>
              <td>{row.fileName}</td>
              <td className="muted">{formatDateTime(row.finishedAt, lang)}</td>
              <td className="num">{t.common.rows(row.counts.read)}</td>
              <td className="num">{t.imports.done(row.counts.new)}</td>
              <td className="num">
                {row.undone ? (
                  <span className="muted">{t.imports.wasUndone}</span>
                ) : (
                  <Button size="xs" onClick={() => undo.mutate({ importUid: row.uid })}>
                    {t.common.undo}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Failure error={undo.error} />
    </Section>
  );
}
