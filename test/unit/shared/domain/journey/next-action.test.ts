import { expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { automaticNext } from '#shared/domain/journey/next-action.ts';
import type { Standing } from '#shared/domain/journey/stops.ts';

const friday = day('2026-11-20');
const lead: Standing = {
  band: 'mid',
  companyKind: 'prospect',
  stage: 'open',
  hasPhone: true,
  mayMail: true,
  doNotCall: false,
  accepted: false,
  awaiting: false,
  contact: null,
  nurtured: null,
  attempts: 0,
};
const next = (patch: Partial<Standing>) => automaticNext({ ...lead, ...patch }, defaultCalendar, friday);

it.each([
  // 11-23 is a holiday, so the second business day after Friday is Wednesday.
  [{ band: 'hot' }, 'firstContact', '2026-11-25'],
  [{ band: 'mid' }, 'call', '2026-11-20'],
  [{ band: 'low' }, 'stepMail', '2026-11-20'],
  [{ band: 'low', mayMail: false }, 'call', '2026-12-21'],
  [{ band: 'mid', hasPhone: false }, 'findNumber', '2026-11-25'],
  [{ band: 'hot', doNotCall: true }, 'stepMail', '2026-11-20'],
  [{ companyKind: 'customer' }, 'thanks', '2026-11-24'],
  [{ stage: 'converted' }, 'handOver', '2026-11-24'],
  [{ stage: 'converted', awaiting: true }, 'answer', '2026-11-24'],
  [{ band: 'low', contact: 'reply' }, 'firstContact', '2026-11-25'],
  [{ band: 'mid', contact: 'talk' }, 'call', '2026-11-25'],
] as const)('%o → %s on %s', (patch, kind, on) => {
  expect(next(patch)).toEqual({ kind, on, reason: null });
});

it.each([
  [{ hasPhone: false, mayMail: false }, 'noContact'],
  [{ companyKind: 'competitor' }, 'companyKind'],
  [{ stage: 'closed' }, 'closed'],
  [{ stage: 'converted', accepted: true }, 'handedOver'],
  [{ band: 'low', mayMail: false, attempts: 2 }, 'attempts'],
  [{ doNotCall: true, mayMail: false }, 'doNotCall'],
] as const)('%o has nothing next because of %s', (patch, reason) => {
  expect(next(patch)).toEqual({ kind: 'none', on: null, reason });
});
