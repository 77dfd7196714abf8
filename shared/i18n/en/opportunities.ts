import type { Translated } from '#shared/i18n/translated.ts';
import type { opportunities as source } from '#shared/i18n/ja/opportunities.ts';

const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of opportunities. */
export const opportunities = {
  title: 'Opportunities',
  emptyTitle: 'Converted leads appear here',
  emptyText: 'Record “Appointment” as the result of a call, and date and person line up here.',
  toCalls: 'Open the call lists',
  lead: (count: number) => `${n(count)} ${count === 1 ? 'person has' : 'people have'} an appointment.`,
  list: 'With an appointment',
  appointmentOn: 'Appointment',
} satisfies Translated<typeof source>;
