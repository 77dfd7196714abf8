import type { Clock } from '#electron/backend/ports.ts';
import { instant, type Instant } from '#shared/domain/base/days.ts';

/** A clock that stands until it is moved. */
export class TestClock implements Clock {
  #now: Instant;

  constructor(at: string) {
    this.#now = instant(at);
  }

  now(): Instant {
    return this.#now;
  }

  set(at: string): void {
    this.#now = instant(at);
  }

  advance(minutes: number): void {
    this.#now = instant(Date.parse(this.#now) + minutes * 60_000);
  }
}
