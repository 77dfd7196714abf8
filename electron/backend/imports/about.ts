import type { Reason } from '#shared/contract/base.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { guessAbout } from '#shared/domain/imports/about.ts';
import type { Card } from '#shared/domain/leads/card.ts';
import type { Team } from './owners.ts';
import type { FileReading } from './reading.ts';

type AboutInput = InputOf<'imports', 'run'>['about'];
/** この名簿について, with nothing left open. */
export type About = Omit<ImportPreview['about'], 'reason'>;

/**
 * The prefilled answers about a file and why. What was answered for the last file of this kind holds again, but for the
 * event; a date is proposed only when cards lack one.
 */
export function proposeAbout(
  reading: FileReading,
  cards: readonly Pick<Card, 'tags' | 'metOn'>[],
  today: Day,
  team: Team,
): About & { reason: Reason } {
  const { header, columns, table, product } = reading;
  const above = table.rows.slice(0, header.index ?? 0);
  const headers = columns.map(column => column.header);
  const { reason, ...guess } = guessAbout(cards, product?.product ?? null, { headers, above });
  const { code, ...params } = reason;
  const undated = cards.some(card => card.metOn === null);
  const owner = team.actingUid === null ? { kind: 'later' as const } : { kind: 'me' as const };
  return {
    ...guess,
    metOn: undated ? today : null,
    owner,
    ...reading.known?.about,
    reason: { code, params },
  };
}

/** What the user said, over what was proposed. */
export function settleAbout(proposed: About, given: AboutInput): About {
  return {
    channel: given.channel ?? proposed.channel,
    eventName: given.eventName ?? proposed.eventName,
    metOn: given.metOn === undefined ? proposed.metOn : given.metOn,
    consentBasis: given.consentBasis ?? proposed.consentBasis,
    owner: given.owner ?? proposed.owner,
  };
}
