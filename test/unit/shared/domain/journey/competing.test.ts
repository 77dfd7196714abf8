import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#shared/domain/base/days.ts';
import { competingNext, type Standpoint } from '#shared/domain/journey/competing.ts';
import { AUTOMATIC_NEXT } from '#shared/domain/journey/next-action.ts';
import { counted } from '#test/helpers/runs.ts';

const at = (nextKind: string, on: string | null, stage = 'open'): Standpoint => ({
  stage,
  nextKind,
  nextOn: on === null ? null : day(on),
  nextAt: null,
  nextReason: on === null ? 'noContact' : null,
});
const kind = (a: Standpoint, b: Standpoint, doNotCall = false): string =>
  competingNext(a, b, doNotCall).nextKind;

describe('of two next actions', () => {
  it('a promise beats what the app set, and what was agreed beats what was intended', () => {
    const call = at('call', '2026-11-20');
    expect(kind(call, at('callback', '2026-12-01'))).toBe('callback');
    expect(kind(at('nurture', '2027-02-01'), call)).toBe('nurture');
    expect(kind(at('retryCall', '2026-11-21'), at('callback', '2026-12-01'))).toBe('callback');
    expect(kind(at('callback', '2026-12-01'), at('handOver', '2026-11-30', 'converted'))).toBe('handOver');
  });
  it('of two alike the earlier stays', () => {
    const both = competingNext(at('callback', '2026-12-05'), at('callback', '2026-12-01'), false);
    expect(both.nextOn).toBe('2026-12-01');
  });
  it('an appointment made stays one, and who is out of the question stays out', () => {
    expect(competingNext(at('call', '2026-11-20'), at('none', null, 'closed'), false)).toMatchObject({
      stage: 'closed',
      nextKind: 'none',
    });
    expect(
      competingNext(at('none', null, 'closed'), at('handOver', '2026-11-20', 'converted'), false).stage,
    ).toBe('converted');
  });
  const anyStandpoint = fc
    .record({
      stage: fc.constantFrom('open', 'converted', 'closed'),
      nextKind: fc.constantFrom(
        ...AUTOMATIC_NEXT,
        'callback',
        'retryCall',
        'sendMaterial',
        'handOver',
        'nurture',
        'visit',
      ),
      offset: fc.nat({ max: 60 }),
    })
    .map(({ stage, nextKind, offset }) => ({
      ...at(nextKind, nextKind === 'none' ? null : addDays(day('2026-11-20'), offset)),
      stage,
    }));
  it('one of the two stays whole, never a call where calls are forbidden, whichever side comes first', () => {
    fc.assert(
      fc.property(anyStandpoint, anyStandpoint, fc.boolean(), (a, b, doNotCall) => {
        const next = competingNext(a, b, doNotCall);
        const isWhole = [a, b].some(
          side => ({ ...side, stage: next.stage }).nextKind === next.nextKind && side.nextOn === next.nextOn,
        );
        expect(isWhole || next.nextReason === 'doNotCall').toBe(true);
        expect((next.nextKind === 'none') === (next.nextOn === null)).toBe(true);
        if (doNotCall) expect(['firstContact', 'call', 'callback', 'retryCall']).not.toContain(next.nextKind);
        expect(competingNext(b, a, doNotCall).stage).toBe(next.stage);
      }),
      counted(2000),
    );
  });
});
