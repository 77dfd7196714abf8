import { describe, expect, it } from 'vitest';
import { type Colleague, sameCompanyOf } from '#shared/domain/leads/same-company.ts';

let nextId = 1;
const colleague = (over: Partial<Colleague> = {}): Colleague => ({
  id: nextId++,
  ownerId: 2,
  ownerName: '鈴木',
  stage: 'open',
  band: 'low',
  dealOn: null,
  inTouch: true,
  lastTouchOn: '2026-11-01',
  ...over,
});
const mine = { id: 0, ownerId: 1 };
const nobodys = { id: 0, ownerId: null };

describe('who else is busy at the company', () => {
  it.each<[string, Partial<Colleague>, string | null]>([
    ['an appointment, a meeting or an accepted deal', { dealOn: '2026-11-25' }, 'deal'],
    ['a converted lead', { stage: 'converted' }, 'deal'],
    ['a deal nobody owns', { dealOn: '2026-11-25', ownerId: null, ownerName: null }, 'deal'],
    ['a hot lead in contact', { band: 'hot', inTouch: true }, 'hot'],
    ['a hot lead nobody has called yet', { band: 'hot', inTouch: false }, 'owner'],
    ['a lead in somebody’s care', {}, 'owner'],
    ['a lead nobody has', { ownerId: null, ownerName: null, band: 'hot', inTouch: true }, null],
    ['a closed lead, appointment or not', { stage: 'closed', dealOn: '2026-11-25' }, null],
  ])('%s', (_what, over, state) => {
    expect(sameCompanyOf(mine, [colleague(over)])?.state ?? null).toBe(state);
  });
  it('is not the owner’s own other lead, nor the lead itself', () => {
    expect(sameCompanyOf(mine, [colleague({ ownerId: 1, dealOn: '2026-11-25' })])).toBeNull();
    expect(sameCompanyOf(mine, [{ ...colleague({ dealOn: '2026-11-25' }), id: 0 }])).toBeNull();
  });
  it('is everybody with an owner for a lead without one', () => {
    expect(sameCompanyOf(nobodys, [colleague()])).toEqual({ ownerName: '鈴木', state: 'owner' });
  });
  it('is the strongest of several, then the one in touch last, whatever their order', () => {
    const deal = colleague({ ownerName: '佐藤', dealOn: '2026-11-25' });
    const later = colleague({ ownerName: '田中', band: 'hot', lastTouchOn: '2026-11-19' });
    const earlier = colleague({ ownerName: '山本', band: 'hot', lastTouchOn: '2026-11-10' });
    for (const order of [
      [deal, later, earlier],
      [earlier, later, deal],
    ])
      expect(sameCompanyOf(mine, order)).toEqual({ ownerName: '佐藤', state: 'deal' });
    for (const order of [
      [later, earlier],
      [earlier, later],
    ])
      expect(sameCompanyOf(mine, order)).toEqual({ ownerName: '田中', state: 'hot' });
  });
});
