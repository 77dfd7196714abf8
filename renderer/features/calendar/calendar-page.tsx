import './calendar.css';
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { SaveButton } from '#renderer/components/save-button.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { addDays, type Day, day } from '#shared/domain/base/days.ts';
import { businessDaysBetween, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { closeDays, type Preset, presetDays, toggleDay } from '#shared/domain/calendar/edit.ts';
import { withPasted } from '#shared/domain/calendar/pasted.ts';
import { HolidayFile } from './holiday-file.tsx';
import { Hours } from './hours.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { Promises } from './promises.tsx';
import { Closures, Leaves, WorkingDays } from './side-lists.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { useWords } from './words.ts';
import { YearView } from './year-view.tsx';

/** The calendar every date follows: a year at a look, changed here and saved as a whole. */
export function CalendarPage() {
  const status = useStatus();
  return status?.store ? <OpenCalendar today={status.today} /> : null;
}

function OpenCalendar({ today }: { readonly today: Day }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const draft = useDraft();
  const words = useWords();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [said, setSaid] = useState('');
  const [isPasting, setPasting] = useState(false);
  const members = useQuery(orpc.members.list.queryOptions({ input: {} })).data ?? [];
  const missing = useQuery(orpc.calendar.get.queryOptions({ input: {} })).data?.missing ?? [];
  const { calendar, change } = draft;
  const count = businessDaysBetween(calendar, day(`${year - 1}-12-31`), day(`${year}-12-31`));
  const toggle = (on: Day): void => {
    const next = toggleDay(calendar, on);
    change(next);
    setSaid(
      isBusinessDay(next, on) ? t.calendar.turnedOn(words.day(on)) : t.calendar.turnedOff(words.day(on)),
    );
  };
  return (
    <Page
      title={t.calendar.title}
      lead={t.calendar.lead(count, year)}
      actions={<Button onClick={() => setPasting(true)}>{t.calendar.paste}</Button>}
      sideLabel={t.calendar.closures}
      side={
        <>
          <Closures calendar={calendar} today={today} onChange={change} />
          <WorkingDays calendar={calendar} today={today} onChange={change} />
          <Leaves calendar={calendar} today={today} members={members} onChange={change} />
          <Hours calendar={calendar} onChange={change} />
          <HolidayFile calendar={calendar} />
        </>
      }
      confirm={draft.isChanged ? <SaveBar draft={draft} /> : undefined}
    >
      <Failure error={draft.error} />
      {missing.map(({ year: without, what }) => (
        <p key={`${without} ${what}`} className="warn calendar-warn">
          {t.calendar.missing[what](without)}
        </p>
      ))}
      <YearBar year={year} draft={draft} onYear={setYear} />
      <Legend />
      <YearView
        calendar={calendar}
        year={year}
        today={today}
        members={members}
        onToggle={toggle}
        onYear={setYear}
      />
      <p className="small muted prose">{t.calendar.hint}</p>
      <div className="visually-hidden" role="status">
        {said}
      </div>
      {draft.effect && draft.effect.promises > 0 ? <Promises effect={draft.effect} /> : null}
      {isPasting ? (
        <PasteDialog
          onClose={() => setPasting(false)}
          onTake={days => {
            change(withPasted(calendar, days));
            setYear(Number(days[0]?.fromOn.slice(0, 4) ?? year));
            setPasting(false);
          }}
        />
      ) : null}
    </Page>
  );
}

type YearBarProps = {
  readonly year: number;
  readonly draft: Draft;
  readonly onYear: (year: number) => void;
};

/** Which year is shown, and the days off that every year has. */
function YearBar({ year, draft, onYear }: YearBarProps) {
  const { t } = useI18n();
  return (
    <div className="calendar-bar">
      <ActionIcon aria-label={t.calendar.previousYear(year - 1)} onClick={() => onYear(year - 1)}>
        <IconChevronLeft size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
      <b>{t.calendar.year(year)}</b>
      <ActionIcon aria-label={t.calendar.nextYear(year + 1)} onClick={() => onYear(year + 1)}>
        <IconChevronRight size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
      <PresetButton preset="obon" year={year} draft={draft} />
      <PresetButton preset="newYear" year={year} draft={draft} />
    </div>
  );
}

type PresetButtonProps = { readonly preset: Preset; readonly year: number; readonly draft: Draft };

/** 年末年始 or お盆 of the shown year, with the business days it takes. */
function PresetButton({ preset, year, draft }: PresetButtonProps) {
  const { t } = useI18n();
  const words = useWords();
  const days = presetDays(preset, year);
  const takes = businessDaysBetween(draft.calendar, addDays(days.fromOn, -1), days.toOn);
  return (
    <>
      <Button size="xs" disabled={takes === 0} onClick={() => draft.change(closeDays(draft.calendar, days))}>
        {t.calendar.presetAdd(t.calendar.presets[preset], words.shortRange(days))}
      </Button>
      <span className="small muted">{t.calendar.presetEffect(takes)}</span>
    </>
  );
}

const marks = ['weekend', 'holiday', 'companyDay', 'working', 'leave'] as const;

function Legend() {
  const { t } = useI18n();
  return (
    <ul className="calendar-legend">
      {marks.map(kind => (
        <li key={kind}>
          <span
            className="calendar-day"
            aria-hidden
            data-kind={kind === 'leave' ? 'business' : kind}
            data-leave={kind === 'leave' || undefined}
          >
            1
          </span>
          {t.calendar.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}

function SaveBar({ draft }: { readonly draft: Draft }) {
  const { t } = useI18n();
  const { effect } = draft;
  return (
    <>
      <SaveButton label={t.calendar.save} isChanged saving={draft.saving} onSave={draft.save} />
      <Button onClick={draft.discard}>{t.calendar.discard}</Button>
      <span aria-live="polite">
        {effect === null ? '' : effect.moved === 0 ? t.calendar.movedNone : t.calendar.moved(effect.moved)}
      </span>
      {effect && effect.promises > 0 ? (
        <span className="warn">{t.calendar.promises(effect.promises)}</span>
      ) : null}
    </>
  );
}
