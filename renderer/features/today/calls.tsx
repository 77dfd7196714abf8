import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { QueueRow } from './queue-row.tsx';
import type { useLists } from './queries.ts';

/** Lists to go on with, or the list that is still to be made. */
export function Calls({ open, made, callable, latestImport }: ReturnType<typeof useLists>) {
  const { t } = useI18n();
  if (open.length === 0 && (made || callable === 0)) return null;
  return (
    <Section title={t.today.listSection}>
      {open.map(list => (
        <QueueRow
          key={list.uid}
          href={`/calls/${list.uid}`}
          icon="list"
          title={[t.calls.listKind[list.kind], list.callerName].filter(Boolean).join('　')}
          second={list.printedAt === null ? t.today.listToPrint : ''}
          why={t.today.listToday(list.doneToday, list.goalToday)}
          due={t.today.listLeft(list.rows - list.done)}
          end={list.number}
        />
      ))}
      {made ? null : (
        <QueueRow
          href="/calls"
          icon="list"
          title={t.today.makeListTitle}
          second={latestImport === undefined ? '' : t.today.fromImportWhy(latestImport.fileName)}
          why={t.today.makeListWhy(callable)}
        />
      )}
    </Section>
  );
}
