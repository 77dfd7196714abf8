import { useQuery } from '@tanstack/react-query';
import { type BusinessCalendar, defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { useBackend, useStatus } from './backend.tsx';

/** The team's calendar; what a new store starts with until the backend has answered, or while no store is open. */
export function useCalendar(): BusinessCalendar {
  const { orpc } = useBackend();
  const isOpen = Boolean(useStatus()?.store);
  const { data } = useQuery({ ...orpc.calendar.get.queryOptions({ input: {} }), enabled: isOpen });
  return data?.calendar ?? defaultCalendar;
}
