import { describe, expect, it } from 'vitest';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { alertAfter, entersHot, type Raised, unconfirmedOf } from '#shared/domain/sla/alert.ts';

const open = (kind: string): Raised => ({ kind, isOver: false });
const over = (kind: string): Raised => ({ kind, isOver: true });
const enters = { from: 'mid', to: 'hot' };
const leaves = { from: 'hot', to: 'mid' };

describe('one alert per entry', () => {
  it.each([
    [enters, true],
    [{ from: null, to: 'hot' }, true],
    [leaves, false],
    [{ from: 'low', to: 'mid' }, false],
    [null, false],
  ])('%j enters rank A: %s', (turn, expected) => {
    expect(entersHot(turn)).toBe(expected);
  });

  it('rings when rank A is entered, is over when it is left, and rings again', () => {
    expect(alertAfter(enters, 'no', [])).toEqual({ raise: 'hot', over: [] });
    expect(alertAfter(leaves, 'no', [open('hot')])).toEqual({ raise: null, over: ['hot'] });
    expect(alertAfter(enters, 'no', [over('hot')])).toEqual({ raise: 'hot', over: [] });
    expect(alertAfter(null, 'no', [open('hot')])).toEqual({ raise: null, over: [] });
  });

  it('does not ring for whoever was merged with somebody hot', () => {
    expect(alertAfter(enters, 'no', [open('hot')])).toEqual({ raise: null, over: [] });
  });

  it('rings once for 属性未確認 until it cooled, and gives way to rank A', () => {
    expect(alertAfter(null, 'yes', [])).toEqual({ raise: 'unconfirmed', over: [] });
    expect(alertAfter(null, 'yes', [open('unconfirmed')])).toEqual({ raise: null, over: [] });
    expect(alertAfter(null, 'no', [open('unconfirmed')])).toEqual({ raise: null, over: [] });
    expect(alertAfter(null, 'cooled', [open('unconfirmed')])).toEqual({ raise: null, over: ['unconfirmed'] });
    expect(alertAfter(null, 'yes', [over('unconfirmed')]).raise).toBe('unconfirmed');
    expect(alertAfter(enters, 'no', [open('unconfirmed')])).toEqual({ raise: 'hot', over: ['unconfirmed'] });
  });
});

it.each([
  [true, 50, 'yes'],
  [false, 50, 'no'],
  [false, 40, 'no'],
  [false, 39, 'cooled'],
] as const)(
  'hot but for attributes %s at %i points of behaviour: %s',
  (hotUnconfirmed, engagement, expected) => {
    // The gate is 50; rank A is entered at 80 and left below 70, so ten points below the gate are far enough.
    expect(unconfirmedOf({ hotUnconfirmed, engagement }, defaultRules.bands)).toBe(expected);
  },
);
