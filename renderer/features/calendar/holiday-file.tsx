import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { fileRefOf } from '#renderer/platform/files.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { useWords } from './words.ts';

/** 国民の祝日 from the file of the Cabinet Office, and what it changed. */
export function HolidayFile({ calendar }: { readonly calendar: BusinessCalendar }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [fileError, setFileError] = useState<unknown>(null);
  const years = (list: readonly (number | string)[]): string => t.imports.listed(list.map(String));
  const read = useMutation(
    orpc.calendar.importHolidays.mutationOptions({
      onSuccess: done =>
        showToast({
          message: t.calendar.holidaysDone(years(done.years)),
          undoLabel: t.common.undo,
          onUndo: () => {
            read.reset();
            undo.run(done.operationUid);
          },
        }),
    }),
  );
  const take = async (file: File): Promise<void> => {
    setFileError(null);
    try {
      read.mutate({ file: await fileRefOf(file) });
    } catch (error) {
      setFileError(error);
    }
  };
  const own = Object.keys(calendar.holidays);
  return (
    <Section title={t.calendar.holidays}>
      <p className="small prose">{t.calendar.holidaysText}</p>
      <p className="small muted">
        {own.length === 0 ? t.calendar.holidaysTable : t.calendar.holidaysOwn(years(own))}
      </p>
      <div className="calendar-file">
        <Button loading={read.isPending} onClick={() => input.current?.click()}>
          {t.calendar.holidaysChoose}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          hidden
          aria-label={t.calendar.holidaysChoose}
          onChange={event => {
            const file = event.currentTarget.files?.[0];
            if (file) void take(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <Failure error={fileError ?? read.error} />
      {read.data ? (
        <div role="status" className="small">
          {read.data.changed.length === 0 ? <p>{t.calendar.holidaysSame}</p> : null}
          {read.data.changed.map(({ on, before, after }) => (
            <p key={on}>
              {t.calendar.changedTo(
                words.day(on),
                before ?? t.calendar.noHoliday,
                after ?? t.calendar.noHoliday,
              )}
            </p>
          ))}
          {read.data.incomplete.length > 0 ? (
            <p className="warn">{t.calendar.holidaysIncomplete(years(read.data.incomplete))}</p>
          ) : null}
          {read.data.notUnderstood.length > 0 ? (
            <p className="warn">{t.calendar.holidaysRest(read.data.notUnderstood.length)}</p>
          ) : null}
        </div>
      ) : null}
    </Section>
  );
}
