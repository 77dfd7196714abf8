import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callDay } from '#electron/backend/calls/day.ts';
import { recordCall } from '#electron/backend/calls/record.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T10:00:00+09:00' });
});
afterEach(async () => await t.stop());

const people = async (n: number) =>
  await makeLeads(
    t,
    Array.from({ length: n }, (_, i) => ({ name: `山本 ${i}`, phone: `03-0000-00${10 + i}`, titleRank: 4 })),
  );
const record = async (leadUid: string, outcome: string, more: object = {}) =>
  await t.client.calls.record({ leadUid, outcome, ...more } as never);

describe('the day of a caller', () => {
  it('counts calls, people reached, appointments and first contacts in time', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = await people(5);
    await t.client.events.record({ leadUid: d, kind: 'enquiry.received' });
    await t.client.events.record({ leadUid: e, kind: 'enquiry.received' });
    await record(a, 'noAnswer');
    await record(b, 'badNumber');
    await record(c, 'callback', { nextAt: '2026-11-25T10:00:00+09:00', reached: true });
    const undone = await record(a, 'noAnswer');
    await t.client.history.undo({ operationUid: undone.operationUid });
    expect(await t.client.calls.day({})).toMatchObject({
      on: '2026-11-20',
      isTrial: true,
      goals: { calls: 30, reached: 5, appointments: 1 },
      mine: { calls: 3, reached: 1, appointments: 0, firstContacts: { inTime: 0, due: 0 } },
      outcomes: { noAnswer: 1, callback: 1, badNumber: 1 },
      notable: [{ name: '山本 2', outcome: 'callback' }],
      blocked: [{ code: 'badNumber', count: 1 }],
    });
    // Two promises fall due on Wednesday: one is kept in time, one is not.
    t.clock.set('2026-11-25T11:00:00+09:00');
    await record(d, 'appointment', { nextAt: '2026-12-01T10:00:00+09:00', note: '部長も同席' });
    const day = await t.client.calls.day({});
    expect(day.mine).toEqual({
      calls: 1,
      reached: 1,
      appointments: 1,
      firstContacts: { inTime: 1, due: 2 },
    });
    expect(day.notable).toMatchObject([{ outcome: 'appointment', note: '部長も同席' }]);
    expect((await t.client.calls.day({ on: '2026-11-20' })).mine.calls).toBe(3);
    t.clock.set('2026-12-04T11:00:00+09:00');
    expect((await t.client.calls.day({})).isTrial).toBe(false);
  });

  it('is that of the acting member, and the team is the sum', async () => {
    const [a = '', b = ''] = await people(2);
    const hanako = await t.client.members.save({ name: '佐藤 花子', roles: ['inside'] });
    const ctx = await t.backend.contextFor(hanako.name);
    await record(a, 'noAnswer');
    await recordCall(ctx, { leadUid: b, outcome: 'away', note: '', place: '', doNotCall: false });
    expect(await callDay(ctx, {})).toMatchObject({
      memberName: '佐藤 花子',
      mine: { calls: 1 },
      outcomes: { away: 1 },
      team: { calls: 2 },
    });
    expect((await t.client.calls.day({})).outcomes).toEqual({ noAnswer: 1 });
  });
});

describe('touches to an appointment', () => {
  it('are counted from calls and everything else that was two-way', async () => {
    const [quick = '', slow = '', given = ''] = await people(3);
    await record(quick, 'appointment', { nextAt: '2026-12-01T10:00:00+09:00' });
    await record(slow, 'noAnswer');
    await record(slow, 'callback', { nextAt: '2026-11-20T15:00:00+09:00', reached: true });
    await record(slow, 'material');
    await record(slow, 'appointment', { nextAt: '2026-12-01T10:00:00+09:00' });
    await record(given, 'noAnswer');
    await record(given, 'away');
    const { touches, attempts, yields } = await t.client.calls.touches({});
    // A promised callback is no attempt, but talking to the person is a touch.
    expect(touches).toMatchObject({ n: 2, median: 2, few: { x: 2, n: 2 } });
    expect(attempts).toMatchObject({ n: 2, median: 2 });
    expect(yields.map(({ reached, appointed }) => [reached, appointed])).toEqual([
      [3, 1],
      [2, 0],
      [1, 1],
    ]);
  });
});
