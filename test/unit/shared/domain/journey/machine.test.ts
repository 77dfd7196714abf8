import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeOf, mayMove, MOVES, placeOf } from '#shared/domain/journey/machine.ts';
import { CAUSES, type Standing, type Stop, STOPS } from '#shared/domain/journey/stops.ts';
import { counted } from '#test/helpers/runs.ts';

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

// Design §3.4, line by line.
it.each([
  ['a low lead gets step mails', { band: 'low' }, 'stepMail'],
  ['a mid one is called', {}, 'callList'],
  ['a hot one is alerted', { band: 'hot' }, 'hot'],
  ['low without an address is called', { band: 'low', mayMail: false }, 'callList'],
  ['and rests after two attempts', { band: 'low', mayMail: false, attempts: 2 }, 'hold'],
  ['without a phone the number is looked up where the rank puts it', { hasPhone: false }, 'callList'],
  ['without both it rests', { hasPhone: false, mayMail: false }, 'hold'],
  ['who must not be called is written to', { band: 'hot', doNotCall: true }, 'stepMail'],
  ['who must not be called and has no address rests', { doNotCall: true, mayMail: false }, 'hold'],
  ['a reply goes to first contact', { band: 'low', contact: 'reply' }, 'contacted'],
  ['an appointment makes a 商談 of anybody', { band: 'low', stage: 'converted' }, 'converted'],
  ['an existing customer is thanked', { companyKind: 'customer', band: 'hot' }, 'thanks'],
  ['a partner too', { companyKind: 'partner' }, 'thanks'],
  ['a competitor stays outside', { companyKind: 'competitor', band: 'hot' }, 'outside'],
  [
    'a 商談 at what became a customer stays one',
    { companyKind: 'customer', stage: 'converted' },
    'converted',
  ],
  ['accepted is handed over', { stage: 'converted', accepted: true }, 'handedOver'],
  ['whoever was refused rests until the day', { band: 'hot', nurtured: 'declined' }, 'nurture'],
] as const)('%s', (_name, patch, stop) => {
  expect(placeOf({ ...lead, ...patch })).toBe(stop);
});

const anyStanding: fc.Arbitrary<Standing> = fc.record({
  band: fc.constantFrom('low', 'mid', 'hot'),
  companyKind: fc.constantFrom('prospect', 'customer', 'partner', 'supplier', 'competitor', 'own'),
  stage: fc.constantFrom('open', 'converted', 'closed'),
  hasPhone: fc.boolean(),
  mayMail: fc.boolean(),
  doNotCall: fc.boolean(),
  accepted: fc.boolean(),
  awaiting: fc.boolean(),
  contact: fc.constantFrom('reply', 'talk', null),
  nurtured: fc.constantFrom('limit', 'declined', 'gatekeeper', 'returned', 'chosen', null),
  attempts: fc.nat(4),
});

describe('the table', () => {
  it('knows every stop and leads from it to known stops only', () => {
    expect(Object.keys(MOVES).sort()).toEqual([...STOPS].sort());
    for (const [from, ways] of Object.entries(MOVES))
      for (const [cause, stops] of Object.entries(ways)) {
        expect(CAUSES, from).toContain(cause);
        for (const stop of stops) expect(STOPS, `${from} ${cause}`).toContain(stop);
      }
  });

  it('has no dead end: from everywhere a 商談 can still come', () => {
    const reaches = (from: Stop, seen = new Set<Stop>()): boolean => {
      if (from === 'converted' || from === 'handedOver') return true;
      if (seen.has(from)) return false;
      seen.add(from);
      return Object.values(MOVES[from]).some(stops => stops.some(stop => reaches(stop, seen)));
    };
    for (const stop of STOPS) expect(reaches(stop), stop).toBe(true);
  });

  it('has a place for everybody, and a cause it knows for every move', () => {
    fc.assert(
      fc.property(
        anyStanding,
        fc.constantFrom(...STOPS),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (now, from, rankChanged, timePassed, returned) => {
          const to = placeOf(now);
          expect(STOPS).toContain(to);
          if (to !== from)
            expect(mayMove(from, causeOf(from, to, now, { rankChanged, timePassed, returned }), to)).toBe(
              true,
            );
        },
      ),
      counted(5000),
    );
  });

  it('calls nobody who must not be called, and lists no company that is no prospect', () => {
    fc.assert(
      fc.property(anyStanding, now => {
        const to = placeOf(now);
        if (now.doNotCall) expect(['hot', 'callList']).not.toContain(to);
        if (now.companyKind !== 'prospect')
          expect(['stepMail', 'callList', 'hot', 'contacted', 'nurture', 'hold']).not.toContain(to);
        if (!now.mayMail && (!now.hasPhone || now.doNotCall))
          expect(['stepMail', 'callList', 'hot', 'contacted']).not.toContain(to);
      }),
      counted(5000),
    );
  });
});
