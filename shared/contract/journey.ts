import { z } from 'zod';
import { zDay, zInstant, zInstantInput } from '#shared/domain/base/days.ts';
import { type Edge, EDGE_IDS, LATE, STUCK } from '#shared/domain/journey/map.ts';
import { STOPS } from '#shared/domain/journey/stops.ts';
import { CHOSEN_NEXT } from '#shared/domain/journey/next-action.ts';
import { procedure, zDone, zUid } from './base.ts';

export const zStop = z.enum(STOPS);
export const zEdge = z.enum(EDGE_IDS as [Edge, ...Edge[]]);

const zCount = z.number().int();
const zStops = z.record(zStop, zCount);

const zJourneyMap = z.object({
  fromOn: zDay,
  toOn: zDay,
  /** People acquired in the period and ranked, without those beside the map. */
  start: zCount,
  /** Existing customers and partners, and companies nobody sells to: in no other figure. */
  beside: z.object({ thanks: zCount, outside: zCount }),
  /** People who were ever at the stop, and those who are there now. */
  reached: zStops,
  now: zStops,
  /** People who went the edge. */
  edges: z.record(zEdge, zCount),
  behaviour: zCount,
  /** Leads of the period that do not move, and the part of the list filter that finds them. */
  stuck: z.array(
    z.object({
      kind: z.enum(STUCK),
      people: zCount,
      filter: z.union([
        z.object({ stop: z.array(zStop), dueTo: zDay }),
        z.object({ stop: z.array(zStop), late: z.object({ what: z.enum(LATE), at: zInstant }) }),
      ]),
    }),
  ),
  /** Where most people are lost: who went on, of how many. */
  biggestLoss: z.object({ edge: zEdge, people: zCount, of: zCount }).nullable(),
});
export type JourneyMap = z.output<typeof zJourneyMap>;

export const journey = {
  /**
   * The article's chart with figures, for leads acquired in a period (default: the last 90 days). Every figure is the length of
   * a lead list: the same period with `reached`, `edge` or `stop`.
   */
  map: procedure.input(z.object({ fromOn: zDay.optional(), toOn: zDay.optional() })).output(zJourneyMap),
  /** Decides by hand what happens next with a lead. Throws NEXT_NOT_POSSIBLE where it makes no sense: a call to 電話禁止. */
  setNext: procedure
    .input(
      z.object({
        leadUid: zUid,
        kind: z.enum(CHOSEN_NEXT),
        on: zDay,
        /** The time that was promised, on that day. */
        at: zInstantInput.optional(),
      }),
    )
    .output(zDone),
};
