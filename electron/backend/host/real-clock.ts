import type { Clock } from '#electron/backend/ports.ts';
import { instant, type Instant } from '#shared/domain/base/days.ts';

/** The time of this machine: the one place of the backend that reads it. */
export const realClock: Clock = { now: () => instant(new Date()) };

/** A clock that stands at the given instant. */
export const fixedClock = (at: Instant): Clock => ({ now: () => at });
