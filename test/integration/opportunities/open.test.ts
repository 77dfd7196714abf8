import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { dumpStore } from '#test/helpers/dump.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  // Friday 2026-11-20, 10:00 in Tokyo.
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const deals = () => dumpStore(t)['opportunities'] ?? [];
const appointment = async (leadUid: string, more: object = {}) =>
  await t.client.calls.record({ leadUid, outcome: 'appointment', ...more });

describe('an appointment', () => {
  it('makes a 商談 with its day and place, and a second one says anew when and where', async () => {
    const [leadUid = ''] = await makeLeads(t, [{}]);
    await appointment(leadUid, { nextAt: '2026-11-26T14:00:00+09:00', place: '先方 3階' });
    expect(deals()).toMatchObject([
      {
        stage: 'appointment',
        stage_on: '2026-11-20',
        appointment_on: '2026-11-20',
        meeting_on: '2026-11-26',
        meeting_at: '2026-11-26T05:00:00.000Z',
        place: '先方 3階',
      },
    ]);
    t.clock.set('2026-11-24T01:00:00Z');
    await appointment(leadUid, { nextOn: '2026-12-01' });
    expect(deals()).toMatchObject([
      { appointment_on: '2026-11-20', meeting_on: '2026-12-01', meeting_at: null, place: '先方 3階' },
    ]);
  });

  it('that is taken back takes its 商談 with it', async () => {
    const [leadUid = ''] = await makeLeads(t, [{}]);
    const before = dumpStore(t);
    const { operationUid } = await appointment(leadUid, { place: '当社' });
    const undone = await t.client.history.undo({ operationUid });
    expect(undone.kept).toEqual([]);
    expect(dumpStore(t)).toEqual(before);
  });
});

describe('two people who turn out to be one', () => {
  it('have one 商談 that goes on, and both again when the merge is undone', async () => {
    const [a = '', b = ''] = await makeLeads(t, [{ name: '山本 太郎' }, { name: '山元 太郎' }]);
    await appointment(a, { place: 'A' });
    await appointment(b, { place: 'B' });
    const before = deals();
    const { operationUid } = await t.client.leads.merge({ survivorUid: b, otherUid: a, fields: {} });
    const [first, second] = deals();
    expect([first?.['stage'], second?.['stage'], second?.['lost_reason']]).toEqual([
      'appointment',
      'lost',
      'duplicate',
    ]);
    expect(first?.['lead_id']).toBe(second?.['lead_id']);
    await t.client.history.undo({ operationUid });
    expect(deals()).toEqual(before.map(row => ({ ...row, updated_at: expect.any(String) as string })));
  });
});

describe('somebody who is erased', () => {
  it('leaves a 商談 that says nothing about them', async () => {
    const [leadUid = ''] = await makeLeads(t, [{ name: '山本 太郎' }]);
    await appointment(leadUid, { place: '山本様のご自宅', nextOn: '2026-11-26' });
    await t.client.leads.erase({ uid: leadUid, confirm: '山本 太郎' });
    expect(deals()).toMatchObject([{ lead_id: null, place: '', note: '', appointment_on: '2026-11-20' }]);
    const { reader } = t.backend.keeper.store.raw;
    const changes = reader.prepare('select before, after from changes').all();
    expect(JSON.stringify(changes)).not.toContain('ご自宅');
  });
});
