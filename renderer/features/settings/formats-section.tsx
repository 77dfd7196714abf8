import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { columnText } from '#renderer/lib/column-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { formatDay } from '#shared/i18n/format.ts';

/** Kinds of files whose columns are remembered, each with a way to forget it. */
export function FormatsSection() {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const formats = useQuery(orpc.mappings.list.queryOptions({ input: {} }));
  const forget = useMutation(
    orpc.mappings.remove.mutationOptions({
      onSuccess: () => showToast({ message: t.settings.formatForgotten }),
    }),
  );
  return (
    <Section title={t.settings.formats} note={t.settings.formatsHint}>
      <Failure error={formats.error ?? forget.error} />
      {formats.data?.length === 0 ? <p className="muted">{t.settings.formatsNone}</p> : null}
      <table className="table">
        <tbody>
          {(formats.data ?? []).map(format => (
            <tr key={format.key}>
              <td>
                <b>{format.fileName}</b>
                <div className="small muted clip">
                  {t.imports.listed(
                    format.columns
                      .filter(column => column.field !== null && column.field !== 'ignore')
                      .map(column => `${column.header} → ${columnText(t, column.field ?? '')}`),
                  )}
                </div>
              </td>
              <td className="num muted">{t.settings.formatLast(formatDay(format.importedOn, lang))}</td>
              <td className="num">
                <Button
                  size="xs"
                  aria-label={t.settings.formatForgetOne(format.fileName)}
                  onClick={() => forget.mutate({ key: format.key })}
                >
                  {t.settings.formatForget}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
