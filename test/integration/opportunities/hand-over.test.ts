import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '#electron/backend/rpc/router.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { dumpStore } from '#test/helpers/dump.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
let inside: string;
let field: string;
beforeEach(async () => {
  // Friday 2026-11-20, 10:00 in Tokyo; Monday 11-23 is a holiday.
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  inside = (await t.client.members.save({ name: '佐藤', roles: ['inside'], active: true })).uid;
  field = (await t.client.members.save({ name: '鈴木', roles: ['field'], active: true })).uid;
});
afterEach(async () => await t.stop());

const as = (member: string) => createRouterClient(router, { context: { backend: t.backend, member } });
const ALL = ['need', 'timeframe', 'nextMeeting'];
const deals = () => dumpStore(t)['opportunities'] ?? [];
const lead = async (uid: string) => await t.client.leads.get({ uid });

async function withAppointment(): Promise<string> {
  const [leadUid = ''] = await makeLeads(t, [{ name: '山本 太郎', titleRank: 4 }]);
  await as(inside).calls.record({ leadUid, outcome: 'appointment', note: '来月稟議', nextOn: '2026-11-26' });
  return leadUid;
}
const handOver = async (leadUid: string, more: object = {}) =>
  await as(inside).handovers.make({ leadUid, toUid: field, said: '更新が3月', met: ALL, ...more });

describe('a hand-over', () => {
  it('makes card, tasks and clock of one 商談, and gives the person to field sales', async () => {
    const leadUid = await withAppointment();
    const tasks = [{ kind: 'document' as const, text: '導入事例集', dueOn: '2026-11-24' as never }];
    const { handoverUid, opportunityUid, accepted } = await handOver(leadUid, { tasks });
    expect(accepted).toBe(false);
    expect(deals()).toHaveLength(1);
    const { card, ...handover } = await t.client.handovers.get({ uid: handoverUid });
    expect(handover).toMatchObject({
      opportunityUid,
      leadUid,
      fromName: '佐藤',
      toName: '鈴木',
      answer: null,
    });
    expect(card).toMatchObject({
      name: '山本 太郎',
      said: '更新が3月',
      meetingOn: '2026-11-26',
      tasks,
      calls: [{ on: '2026-11-20', outcome: 'appointment', note: '来月稟議' }],
      // Next business day, same time: Saturday, Sunday and the holiday lie between.
      answerDueAt: '2026-11-24T01:00:00.000Z',
    });
    expect(card.why.map(row => row.rule)).toContain('titleRank');
    expect(await lead(leadUid)).toMatchObject({
      ownerName: '鈴木',
      nextKind: 'answer',
      nextOn: '2026-11-24',
    });
    const { clocks } = await t.client.sla.clocks({ leadUid, kind: 'accept' });
    expect(clocks).toMatchObject([{ dueAt: '2026-11-24T01:00:00.000Z', stopCode: null, ownerName: '鈴木' }]);
    const { tasks: kept } = await t.client.opportunities.get({ uid: opportunityUid });
    expect(kept).toMatchObject(tasks);
  });

  it('that is taken back leaves nothing of itself', async () => {
    const leadUid = await withAppointment();
    const before = dumpStore(t);
    const { operationUid } = await handOver(leadUid, {
      tasks: [{ kind: 'task', text: '電話', dueOn: '2026-11-24' }],
    });
    expect((await t.client.history.undo({ operationUid })).kept).toEqual([]);
    const after = dumpStore(t);
    const moved = (row: Record<string, unknown>) => ({ ...row, updated_at: '' });
    for (const table of ['opportunities', 'handovers', 'opportunity_tasks', 'leads'])
      expect(after[table]?.map(moved), table).toEqual(before[table]?.map(moved));
  });

  it('without a required criterion needs a reason', async () => {
    const leadUid = await withAppointment();
    await expect(handOver(leadUid, { met: ['need'] })).rejects.toMatchObject({
      code: 'CRITERIA_NOT_MET',
      data: { unmet: ['timeframe', 'nextMeeting'] },
    });
    const { opportunityUid } = await handOver(leadUid, { met: ['need'], overrideReason: '社長の紹介' });
    expect(await t.client.opportunities.get({ uid: opportunityUid })).toMatchObject({
      met: ['need'],
      overrideReason: '社長の紹介',
    });
  });

  it('of somebody without an appointment makes the 商談 too, and twice is refused', async () => {
    const [leadUid = ''] = await makeLeads(t, [{}]);
    await handOver(leadUid);
    expect(deals()).toHaveLength(1);
    expect(await lead(leadUid)).toMatchObject({ stage: 'converted', appointmentOn: '2026-11-20' });
    await expect(handOver(leadUid)).rejects.toMatchObject({
      code: 'HANDOVER_NOT_POSSIBLE',
      data: { state: 'waiting' },
    });
    const { isNew } = await t.client.opportunities.create({ leadUid, met: ALL });
    expect(isNew).toBe(false);
    expect(deals()).toHaveLength(1);
    expect((await t.client.leads.list({})).total).toBe(1);
  });

  it('to oneself is accepted in the same step', async () => {
    const leadUid = await withAppointment();
    const done = await as(field).handovers.make({ leadUid, toUid: field, met: ALL });
    expect(done.accepted).toBe(true);
    const { clocks } = await t.client.sla.clocks({ leadUid, kind: 'accept' });
    expect(clocks).toMatchObject([{ stopCode: 'accepted', state: 'met' }]);
    expect(await t.client.opportunities.get({ uid: done.opportunityUid })).toMatchObject({
      acceptedOn: '2026-11-20',
      handover: { state: 'accepted' },
    });
    expect(await lead(leadUid)).toMatchObject({ nextKind: 'meeting', nextOn: '2026-11-26' });
  });
});

describe('field sales', () => {
  it('accepts: the day is kept, the clock stops, the meeting is next', async () => {
    const leadUid = await withAppointment();
    const { handoverUid, opportunityUid } = await handOver(leadUid);
    t.clock.set('2026-11-24T00:30:00Z');
    await as(field).handovers.answer({ uid: handoverUid, answer: 'accepted' });
    expect(await t.client.opportunities.get({ uid: opportunityUid })).toMatchObject({
      acceptedOn: '2026-11-24',
      stage: 'appointment',
      daysInStage: 4,
    });
    const { clocks } = await t.client.sla.clocks({ leadUid, kind: 'accept' });
    expect(clocks).toMatchObject([{ stopCode: 'accepted', state: 'met' }]);
    await expect(as(field).handovers.answer({ uid: handoverUid, answer: 'accepted' })).rejects.toMatchObject({
      code: 'HANDOVER_ANSWERED',
    });
  });

  it('answers once, however often the key is pressed', async () => {
    const leadUid = await withAppointment();
    const { handoverUid: uid } = await handOver(leadUid);
    const press = async () => await as(field).handovers.answer({ uid, answer: 'accepted' });
    const pressed = await Promise.allSettled([press(), press(), press()]);
    expect(pressed.filter(one => one.status === 'fulfilled')).toHaveLength(1);
    const { timeline } = await lead(leadUid);
    expect(timeline.filter(event => event.kind === 'handover.accepted')).toHaveLength(1);
    const made = await Promise.allSettled([handOver(leadUid), handOver(leadUid)]);
    expect(made.every(one => one.status === 'rejected')).toBe(true);
  });

  it('returns with a reason and a day: nurtured until then, with whoever had the person; the next appointment is a new 商談', async () => {
    const leadUid = await withAppointment();
    const { handoverUid } = await handOver(leadUid);
    const back = { uid: handoverUid, answer: 'returned' as const };
    await expect(as(field).handovers.answer(back)).rejects.toMatchObject({ data: { what: 'reason' } });
    await expect(as(field).handovers.answer({ ...back, reason: 'tooEarly' })).rejects.toMatchObject({
      data: { what: 'until' },
    });
    const { operationUid } = await as(field).handovers.answer({
      ...back,
      reason: 'tooEarly',
      until: '2027-01-15',
      note: '4月に再度',
    });
    expect(await lead(leadUid)).toMatchObject({
      stage: 'open',
      nextKind: 'nurture',
      nextOn: '2027-01-15',
      ownerName: '佐藤',
    });
    expect(deals()).toMatchObject([{ stage: 'returned', stage_on: '2026-11-20' }]);
    const { clocks } = await t.client.sla.clocks({ leadUid, kind: 'accept' });
    expect(clocks).toMatchObject([{ stopCode: 'returned' }]);
    await t.client.history.undo({ operationUid });
    expect(await lead(leadUid)).toMatchObject({ stage: 'converted', nextKind: 'answer', ownerName: '鈴木' });
    await as(field).handovers.answer({ ...back, reason: 'tooEarly', until: '2027-01-15' });
    t.clock.set('2027-01-20T01:00:00Z');
    await as(inside).calls.record({ leadUid, outcome: 'appointment' });
    expect(deals().map(row => row['stage'])).toEqual(['returned', 'appointment']);
  });
});

describe('今日 of field sales', () => {
  it('asks for the answer under its clock; whoever leaves passes it on', async () => {
    const leadUid = await withAppointment();
    const { handoverUid } = await handOver(leadUid);
    const buckets = async (member: string) => (await as(member).today.queue({})).buckets;
    expect(await buckets(inside)).toEqual([]);
    expect(await buckets(field)).toMatchObject([
      {
        code: 'answer',
        rows: [{ leadUid, handoverUid, dueAt: '2026-11-24T01:00:00.000Z', clock: { state: 'ahead' } }],
      },
    ]);
    expect(await t.client.members.holdings({ uid: field })).toMatchObject({
      held: { deals: 1 },
      handovers: 1,
    });
    const to = { deals: [inside], promises: [inside], leads: [inside], papers: [inside] };
    await t.client.members.handOver({ uid: field, leaving: true, fromOn: '2026-11-20', to });
    expect((await t.client.handovers.get({ uid: handoverUid })).toName).toBe('佐藤');
    expect(await buckets(inside)).toMatchObject([{ code: 'answer', rows: [{ handoverUid }] }]);
  });

  it('shows an appointment that still has to be handed over to whoever made it', async () => {
    const leadUid = await withAppointment();
    const { buckets } = await as(inside).today.queue({});
    expect(buckets).toMatchObject([{ code: 'handOver', rows: [{ leadUid, handoverUid: null }] }]);
  });
});

describe('somebody who is erased', () => {
  it('leaves a card that tells why it was hot and nothing about them', async () => {
    const leadUid = await withAppointment();
    const tasks = [{ kind: 'document' as const, text: '山本様への見積書', dueOn: '2026-11-24' as never }];
    const { handoverUid } = await handOver(leadUid, { tasks, said: '山本様は3月に更新' });
    await t.client.handovers.html({ uid: handoverUid });
    await t.client.leads.erase({ uid: leadUid, confirm: '山本 太郎' });
    const { card, leadUid: gone } = await t.client.handovers.get({ uid: handoverUid });
    expect(gone).toBeNull();
    expect(card).toMatchObject({ name: '', said: '', tasks: [], calls: [], criteria: [] });
    expect(card.why.map(row => row.rule)).toContain('titleRank');
    const { reader } = t.backend.keeper.store.raw;
    const tables = ['opportunities', 'handovers', 'opportunity_tasks', 'changes', 'events', 'operations'];
    const left = JSON.stringify(tables.map(table => reader.prepare(`select * from ${table}`).all()));
    expect(left).not.toMatch(/山本|稟議/);
  });
});
