import { expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { lastTouchOn } from '#shared/domain/journey/touch.ts';

it('takes the latest touch and passes over what goes out or happens by itself', () => {
  expect(lastTouchOn([])).toBeNull();
  const events = [
    { kind: 'call', occurredOn: day('2026-11-10') },
    { kind: 'card.exchanged', occurredOn: day('2026-10-01') },
    { kind: 'mail.accepted', occurredOn: day('2026-11-12') },
    { kind: 'band.changed', occurredOn: day('2026-11-13') },
    { kind: 'page.pricing', occurredOn: day('2026-11-14') },
  ];
  expect(lastTouchOn(events)).toBe('2026-11-10');
  expect(lastTouchOn(events.slice(2))).toBeNull();
});
