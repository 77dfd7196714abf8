import type { Channel, ConsentBasis } from '#shared/contract/base.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';

/** What the people of one write share. */
export interface CardOrigin {
  channel: Channel;
  eventName: string;
  consentBasis: ConsentBasis;
  /** For cards without a date. */
  metOn: Day;
  ownerOf(person: Touched): number | null;
  importId: number | null;
  source: 'import' | 'user';
}
