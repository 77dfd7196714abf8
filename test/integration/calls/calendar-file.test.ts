import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T10:00:00+09:00' });
});
afterEach(async () => await t.stop());

it('gives an appointment and a promised call to the calendar, and nothing else', async () => {
  const [leadUid = ''] = await makeLeads(t, [{ name: '髙橋 健一', company: '架空商事, 本店; 1課' }]);
  const fileOf = async (record: object) => {
    const { eventUid } = await t.client.calls.record({ leadUid, ...record } as never);
    const file = await t.client.calls.calendarFile({ leadUid, eventUid });
    const text = new TextDecoder().decode(t.given.at(-1)?.bytes);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    return { file, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined) };
  };
  const callback = await fileOf({ outcome: 'callback', nextAt: '2026-11-24T15:00:00+09:00' });
  expect(callback.file).toMatchObject({ name: '再TEL_2026-11-24.ics', mediaType: 'text/calendar' });
  expect(callback.event.summary).toBe('再TEL 架空商事, 本店; 1課 髙橋 健一様');
  expect(callback.event.startDate.toString()).toBe('2026-11-24T15:00:00');
  expect(callback.event.duration.toSeconds()).toBe(15 * 60);
  const appointment = await fileOf({
    outcome: 'appointment',
    nextAt: '2026-12-01T01:30:00Z',
    place: '本社 3階',
    note: '部長も同席',
  });
  expect(appointment.event).toMatchObject({
    location: '本社 3階',
    description: '電話番号 03-0000-1001\n部長も同席',
  });
  expect(appointment.event.startDate.toString()).toBe('2026-12-01T10:30:00');
  await expect(fileOf({ outcome: 'noAnswer' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
