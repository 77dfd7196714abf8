import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const ALL = ['need', 'timeframe', 'nextMeeting'];
async function deal(seed: object = {}, more: object = {}): Promise<{ uid: string; leadUid: string }> {
  const [leadUid = ''] = await makeLeads(t, [seed]);
  const { uid } = await t.client.opportunities.create({ leadUid, met: ALL, ...more });
  return { uid, leadUid };
}
const get = async (uid: string) => await t.client.opportunities.get({ uid });
const lead = async (uid: string) => await t.client.leads.get({ uid });

describe('the board', () => {
  it('counts days from the stage entered, and sums what is known of each stage', async () => {
    const a = await deal({ name: '山本 太郎' }, { amount: 500_000 });
    await deal({ name: '佐藤 花子' });
    t.clock.set('2026-12-01T01:00:00Z');
    await t.client.opportunities.move({ uid: a.uid, stage: 'proposal' });
    t.clock.set('2026-12-04T01:00:00Z');
    const { rows, total, stages } = await t.client.opportunities.list({});
    expect(rows.map(row => [row.name, row.stage, row.daysInStage])).toEqual([
      ['佐藤 花子', 'appointment', 14],
      ['山本 太郎', 'proposal', 3],
    ]);
    expect(total).toBe(2);
    expect(stages).toMatchObject({
      appointment: { count: 1, amount: 0 },
      proposal: { count: 1, amount: 500_000 },
      won: { count: 0, amount: 0 },
    });
    expect((await t.client.opportunities.list({ stage: 'proposal' })).rows).toHaveLength(1);
    expect((await t.client.opportunities.list({ owner: 'none' })).total).toBe(2);
    await expect(t.client.opportunities.list({ owner: 'nobody' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('has the foremost of each stage, however many stand in another, and every hand-over that waits', async () => {
    await t.client.members.save({ name: '鈴木 一郎', roles: ['field'] });
    const to = (await t.client.members.list({})).find(({ name }) => name === '鈴木 一郎')?.uid ?? '';
    for (const name of ['山本 一', '山本 二', '山本 三']) await deal({ name });
    const last = await deal({ name: '佐藤 花子' });
    await t.client.opportunities.move({ uid: last.uid, stage: 'closing' });
    const waits = await deal({ name: '森 千尋' });
    await t.client.handovers.make({ leadUid: waits.leadUid, toUid: to, met: ALL });
    const board = await t.client.opportunities.board({ perStage: 2 });
    expect(board.rows.map(row => [row.name, row.stage])).toEqual([
      ['山本 一', 'appointment'],
      ['山本 二', 'appointment'],
      ['佐藤 花子', 'closing'],
    ]);
    expect(board.waiting.map(row => [row.name, row.handover.state])).toEqual([['森 千尋', 'waiting']]);
    expect(board.stages).toMatchObject({ appointment: { count: 4 }, closing: { count: 1 } });
    expect((await t.client.opportunities.ofLead({ leadUid: waits.leadUid }))?.uid).toBe(waits.uid);
    await t.client.opportunities.move({ uid: last.uid, stage: 'won' });
    expect(await t.client.opportunities.ofLead({ leadUid: last.leadUid })).toBeNull();
  });

  it('notes the meeting where a card moves on without one, on the day that was agreed', async () => {
    const { uid } = await deal({}, { meetingOn: '2026-11-26' });
    t.clock.set('2026-11-30T01:00:00Z');
    await t.client.opportunities.move({ uid, stage: 'hearing' });
    expect(await get(uid)).toMatchObject({ metOn: '2026-11-26', stageOn: '2026-11-30' });
  });

  it('leaves out people in the trash, and has them again when they are back', async () => {
    const { leadUid } = await deal();
    await t.client.leads.trash({ uids: [leadUid] });
    expect((await t.client.opportunities.list({})).total).toBe(0);
    await t.client.leads.restore({ uids: [leadUid] });
    expect((await t.client.opportunities.list({})).total).toBe(1);
  });
});

describe('a lost 商談', () => {
  it('has a reason, and the person is nurtured until a day', async () => {
    const { uid, leadUid } = await deal();
    const lost = { uid, stage: 'lost' as const };
    await expect(t.client.opportunities.move(lost)).rejects.toMatchObject({ data: { what: 'reason' } });
    await expect(t.client.opportunities.move({ ...lost, lostReason: 'price' })).rejects.toMatchObject({
      data: { what: 'until' },
    });
    const done = await t.client.opportunities.move({ ...lost, lostReason: 'price', until: '2027-02-19' });
    expect(await get(uid)).toMatchObject({ stage: 'lost', lostReason: 'price', metOn: null });
    expect(await lead(leadUid)).toMatchObject({ stage: 'open', nextKind: 'nurture', nextOn: '2027-02-19' });
    await expect(t.client.opportunities.move({ uid, stage: 'won' })).rejects.toMatchObject({
      code: 'DEAL_CLOSED',
    });
    await t.client.history.undo({ operationUid: done.operationUid });
    expect(await get(uid)).toMatchObject({ stage: 'appointment', lostReason: null });
    expect(await lead(leadUid)).toMatchObject({ stage: 'converted' });
  });
});

describe('the day of a step', () => {
  it('is corrected only with a reason, and the log keeps who, when, old and new', async () => {
    const [me] = await t.client.members.list({});
    await t.client.members.save({ uid: me?.uid, name: '佐藤', roles: ['inside'], active: true });
    const { uid, leadUid } = await deal();
    const step = { uid, step: 'appointment' as const, on: '2026-11-18' as never };
    await expect(t.client.opportunities.setStep(step)).rejects.toMatchObject({ code: 'DEAL_NEEDS' });
    expect(await get(uid)).toMatchObject({ appointmentOn: '2026-11-20' });
    t.clock.set('2026-11-24T01:00:00Z');
    const done = await t.client.opportunities.setStep({ ...step, reason: '電話は水曜だった' });
    const { appointmentOn, log } = await get(uid);
    expect(appointmentOn).toBe('2026-11-18');
    expect(log.find(entry => entry.kind === 'opportunity.corrected')).toMatchObject({
      memberName: '佐藤',
      recordedAt: '2026-11-24T01:00:00.000Z',
      data: { step: 'appointment', from: '2026-11-20', to: '2026-11-18', reason: '電話は水曜だった' },
    });
    const { timeline, appointmentOn: ofLead } = await lead(leadUid);
    // The rate counts the corrected day.
    expect(ofLead).toBe('2026-11-18');
    const facts = timeline.filter(event => event.kind === 'appointment.made');
    expect(facts.map(event => [event.occurredOn, event.retracted])).toEqual([
      ['2026-11-20', true],
      ['2026-11-18', false],
    ]);
    await t.client.history.undo({ operationUid: done.operationUid });
    expect(await get(uid)).toMatchObject({ appointmentOn: '2026-11-20' });
    expect((await lead(leadUid)).appointmentOn).toBe('2026-11-20');
  });

  it('lies not ahead, and an answer nobody gave has none', async () => {
    const { uid } = await deal();
    for (const step of [
      { step: 'met', on: '2026-11-21' },
      { step: 'accepted', on: '2026-11-20' },
    ])
      await expect(t.client.opportunities.setStep({ uid, ...step } as never)).rejects.toMatchObject({
        code: 'STEP_NOT_POSSIBLE',
      });
    await t.client.opportunities.setStep({ uid, step: 'met', on: '2026-11-20' });
    expect(await get(uid)).toMatchObject({ metOn: '2026-11-20' });
  });
});

describe('商談化基準', () => {
  it('hold from their version on; a 商談 keeps the one it was ticked under', async () => {
    const [leadUid = ''] = await makeLeads(t, [{}]);
    await expect(t.client.opportunities.create({ leadUid })).rejects.toMatchObject({
      code: 'CRITERIA_NOT_MET',
    });
    const { uid } = await deal({ name: '佐藤 花子' });
    const items = [{ id: 'quote', text: '見積もりを頼まれた', required: true }];
    const { operationUid, n } = await t.client.opportunities.saveCriteria({ items });
    expect(await get(uid)).toMatchObject({ criteriaN: 0, met: ALL });
    const now = await t.client.opportunities.create({ leadUid, met: ['quote', 'need'] });
    expect(await get(now.uid)).toMatchObject({ criteriaN: n, met: ['quote'] });
    await t.client.history.undo({ operationUid });
    expect((await t.client.opportunities.criteria({})).criteria.items).toHaveLength(5);
  });
});

describe('商談 as a file', () => {
  it('tells every one, cells that could run as a formula made harmless', async () => {
    const { uid } = await deal(
      { name: '=1+1', company: '株式会社架空' },
      { amount: 1_200_000, place: '先方' },
    );
    await t.client.opportunities.move({ uid, stage: 'won' });
    const csv = await t.client.opportunities.export({});
    expect(csv.rows).toBe(1);
    const text = Buffer.from(t.given.at(-1)?.bytes ?? []).toString();
    expect(text).toContain('1200000');
    expect(text).toContain('受注');
    expect(text).not.toMatch(/(?:^|,|")=1/m);
    await t.client.opportunities.export({ format: 'xlsx' });
    expect(t.given.at(-1)?.name).toBe('商談_2026-11-20.xlsx');
  });
});
