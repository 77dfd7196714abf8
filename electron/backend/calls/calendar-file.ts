import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { preferences } from '#electron/backend/settings/settings.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf, instant } from '#shared/domain/base/days.ts';
import { calendarFile } from '#shared/domain/calls/ics.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { listCardLeads } from './workspace.repo.ts';

/** How long they take in a calendar, in minutes. */
const MINUTES = { appointment: 60, callback: 15 } as const;

/** The appointment or the promised call of a result as a file any calendar takes. Throws NOT_FOUND. */
export async function callCalendarFile(
  ctx: Context,
  input: InputOf<'calls', 'calendarFile'>,
): Promise<OutputOf<'calls', 'calendarFile'>> {
  const leadId = await leadIdOf(ctx, input.leadUid);
  const call = (await eventsOf(ctx.read, [leadId])).find(event => event.uid === input.eventUid);
  const [lead] = await listCardLeads(ctx.read, [leadId]);
  const { outcome, nextAt, place, note } = call?.data ?? {};
  const isMeeting = outcome === 'appointment';
  if (!call || !lead || typeof nextAt !== 'string' || (!isMeeting && outcome !== 'callback'))
    throw new AppError('NOT_FOUND', { entity: 'appointment' });
  const kind = isMeeting ? 'appointment' : 'callback';
  const { ics } = catalogue((await preferences(ctx.read)).language ?? 'ja').callWork;
  const startsAt = instant(nextAt);
  const who = [lead.company_name, ics.honorific(lead.name)].filter(Boolean).join(' ');
  const text = calendarFile({
    uid: call.uid,
    madeAt: call.recordedAt,
    startsAt,
    minutes: MINUTES[kind],
    summary: ics[kind](who),
    location: textOf(place),
    description: [lead.phone === '' ? '' : ics.phone(lead.phone), textOf(note)].filter(Boolean).join('\n'),
  });
  return await ctx.ports.files.give({
    name: ics.fileName(ics.kinds[kind], dayOf(startsAt)),
    mediaType: 'text/calendar',
    bytes: new TextEncoder().encode(text),
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
