import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import type { Day, Instant } from '#shared/domain/base/days.ts';
import { nextBusinessDay, openingOf } from '#shared/domain/calendar/calendar.ts';
import { formatDateTime } from '#shared/i18n/format.ts';
import { Failure } from './failure.tsx';
import { Section } from './section.tsx';

/** Moves the clock of a practice store, so that what comes days later can be seen now. */
export function PracticeClock({ now, today }: { readonly now: Instant; readonly today: Day }) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const queries = useQueryClient();
  const cal = useCalendar();
  const set = useMutation(
    orpc.system.setClock.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  );
  return (
    <Section title={t.settings.clock} note={t.settings.clockNow(formatDateTime(now, lang))}>
      <p className="prose">{t.settings.clockText}</p>
      <div className="practice-clock">
        <Button
          loading={set.isPending}
          onClick={() => set.mutate({ now: openingOf(cal, nextBusinessDay(cal, today)) })}
        >
          {t.settings.clockNext}
        </Button>
        <Button loading={set.isPending} onClick={() => set.mutate({ now: null })}>
          {t.settings.clockReal}
        </Button>
      </div>
      <Failure error={set.error} />
    </Section>
  );
}
