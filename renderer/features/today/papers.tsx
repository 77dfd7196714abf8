import { useQuery } from '@tanstack/react-query';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { minutely } from '#renderer/lib/minutely.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { QueueRow } from './queue-row.tsx';

/** Paper lists that went out and are not typed back; nobody's calls are lost in a drawer. */
export function Papers() {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const out = useQuery({ ...orpc.callLists.out.queryOptions({ input: {} }), ...minutely });
  const lists = out.data ?? [];
  if (lists.length === 0) return null;
  return (
    <Section title={t.callEntry.out} note={lists.length}>
      {lists.map(list => (
        <QueueRow
          key={list.uid}
          href={`/calls/entry/${list.uid}`}
          icon="list"
          title={t.callEntry.outOf(list.number, list.callerName ?? '')}
          second={list.printedAt === null ? '' : t.callEntry.outSince(formatDay(dayOf(list.printedAt), lang))}
          why={t.callEntry.lead(list.done, list.rows)}
          due={t.callEntry.outLeft(list.rows - list.done)}
        />
      ))}
    </Section>
  );
}
