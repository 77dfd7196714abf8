import { expect, it } from 'vitest';
import {
  cutToActive,
  isIdle,
  minutesSaid,
  secondsOf,
  stoppedTimer,
  toggled,
} from '#shared/domain/calls/timer.ts';

const minutes = (n: number) => n * 60_000;

it('counts a call in seconds, over a pause, and asks when it was forgotten', () => {
  const started = toggled(stoppedTimer, 500);
  expect(secondsOf(started, 3400)).toBe(2);
  const paused = toggled(started, 3500);
  expect(secondsOf(paused, minutes(60))).toBe(3);
  const again = toggled(paused, minutes(10));
  expect(secondsOf(again, minutes(10) + 61_000)).toBe(64);
  const touched = { ...again, activeMs: minutes(15) };
  expect(isIdle(touched, minutes(35))).toBe(false);
  expect(isIdle(touched, minutes(35) + 1)).toBe(true);
  expect(isIdle(paused, minutes(99))).toBe(false);
  expect(secondsOf(cutToActive(touched), minutes(99))).toBe(3 + 5 * 60);
  // Corrected by the caller, and counted on from there.
  const said = minutesSaid(7);
  expect(secondsOf(said, minutes(99))).toBe(420);
  expect(secondsOf(toggled(said, 1000), 6000)).toBe(425);
});
