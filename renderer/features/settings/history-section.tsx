import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { formatDateTime } from '#shared/i18n/format.ts';

/** What was done, newest first; most of it can be taken back one by one. */
export function HistorySection() {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const history = useQuery(orpc.history.list.queryOptions({ input: {} }));
  const undo = useUndo();
  const operations = history.data?.operations ?? [];
  return (
    <Section title={t.history.title} note={t.common.items(operations.length)}>
      <Failure error={history.error} />
      {history.data && operations.length === 0 ? <p className="muted">{t.history.empty}</p> : null}
      <table className="table">
        <tbody>
          {operations.map(operation => (
            <tr key={operation.uid}>
              <td className="mono small">{formatDateTime(operation.recordedAt, lang)}</td>
              <td>{codeText(t.history.kinds, operation.kind)}</td>
              <td className="small muted">{operation.memberName ?? ''}</td>
              <td className="num">
                {operation.undone ? (
                  <span className="small muted">{t.history.isUndone}</span>
                ) : operation.undoable ? (
                  <Button size="xs" onClick={() => undo.run(operation.uid)}>
                    {t.common.undo}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
