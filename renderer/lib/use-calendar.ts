import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Day } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, defaultCalendar, holidayOf } from '#shared/domain/calendar/calendar.ts';
import { useBackend, useStatus } from './backend.tsx';

/** The team's calendar; what a new store starts with until the backend has answered, or while no store is open. */
export function useCalendar(): BusinessCalendar {
  const { orpc } = useBackend();
  const isOpen = Boolean(useStatus()?.store);
  const { data } = useQuery({ ...orpc.calendar.get.queryOptions({ input: {} }), enabled: isOpen });
  return data?.calendar ?? defaultCalendar;
}

/** Whether a day is a public holiday by the team's calendar, for the texts of days. */
export function useIsHoliday(): (on: Day) => boolean {
  const cal = useCalendar();
  return useCallback((on: Day) => holidayOf(cal, on) !== null, [cal]);
}
