import type { Edge } from '#shared/domain/journey/map.ts';
import type { Stop } from '#shared/domain/journey/stops.ts';

/** Size of the drawing; at 1280 px the sheet shows it one to one. */
export const VIEW = { width: 1048, height: 474 } as const;

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Boxes of the stops that are drawn; the others stand in words below. */
export const BOXES = {
  hot: { x: 380, y: 52, w: 140, h: 80 },
  contacted: { x: 584, y: 52, w: 128, h: 80 },
  converted: { x: 928, y: 63, w: 118, h: 58 },
  handedOver: { x: 928, y: 192, w: 118, h: 80 },
  nurture: { x: 757, y: 192, w: 126, h: 80 },
  callList: { x: 380, y: 192, w: 140, h: 80 },
  stepMail: { x: 380, y: 332, w: 140, h: 80 },
} as const satisfies Partial<Record<Stop, Box>>;
export type DrawnStop = keyof typeof BOXES;
export const DRAWN = Object.keys(BOXES) as DrawnStop[];

export const ACQUIRED: Box = { x: 0, y: 203, w: 100, h: 58 };
export const SCORED: Box = { x: 118, y: 203, w: 86, h: 58 };
export const BEHAVIOUR: Box = { x: 584, y: 271, w: 128, h: 58 };
export const RANKING = { x: 266, y: 232, r: 45 } as const;
export const DECISION = { x: 820, y: 92, r: 45 } as const;

export type Tone = 'hot' | 'mid' | 'low' | 'back' | 'trunk' | 'direct';

/** A line: its path, its colour, and where its figure stands (`anchor` as in SVG). */
export type Line = {
  readonly tone: Tone;
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
  /** Figure and share on one line instead of two. */
  readonly flat?: true;
  /** Words beside the figure. */
  readonly words?: 'edge' | 'yes' | 'no';
};

/** From the rank to its three stops: the figure is who reached the stop. */
export const RANK_LINES: Readonly<Record<'hot' | 'callList' | 'stepMail', Line>> = {
  hot: {
    tone: 'hot',
    path: 'M266 190 V108 Q266 92 282 92 H372',
    label: { x: 256, y: 148, anchor: 'end' },
    flat: true,
  },
  callList: { tone: 'mid', path: 'M311 232 H372', label: { x: 342, y: 216, anchor: 'middle' } },
  stepMail: {
    tone: 'low',
    path: 'M266 274 V356 Q266 372 282 372 H372',
    label: { x: 280, y: 330, anchor: 'start' },
    flat: true,
  },
};

/** Edges between stops. */
export const LINES: Partial<Readonly<Record<Edge, Line>>> = {
  direct: {
    tone: 'direct',
    path: 'M266 108 V38 Q266 22 282 22 H971 Q987 22 987 38 V55',
    label: { x: 630, y: 14, anchor: 'middle' },
    flat: true,
    words: 'edge',
  },
  hotContact: { tone: 'hot', path: 'M520 92 H576', label: { x: 550, y: 76, anchor: 'middle' } },
  contactDeal: {
    tone: 'hot',
    path: 'M865 92 H920',
    label: { x: 893, y: 76, anchor: 'middle' },
    words: 'yes',
  },
  contactNurture: {
    tone: 'back',
    path: 'M820 137 V184',
    label: { x: 810, y: 162, anchor: 'end' },
    flat: true,
    words: 'no',
  },
  dealHanded: { tone: 'trunk', path: 'M987 121 V184', label: { x: 977, y: 158, anchor: 'end' }, flat: true },
  callBehaviour: {
    tone: 'back',
    path: 'M520 232 H618 Q634 232 634 248 V263',
    label: { x: 526, y: 218, anchor: 'start' },
    flat: true,
  },
  mailBehaviour: {
    tone: 'back',
    path: 'M520 372 H602 Q618 372 618 356 V337',
    label: { x: 530, y: 396, anchor: 'start' },
    flat: true,
  },
  behaviourContact: {
    tone: 'back',
    path: 'M672 271 V140',
    label: { x: 662, y: 160, anchor: 'end' },
    words: 'edge',
  },
  again: {
    tone: 'back',
    path: 'M680 329 V428 Q680 444 664 444 H256 Q240 444 240 428 V264',
    label: { x: 440, y: 466, anchor: 'middle' },
    flat: true,
    words: 'edge',
  },
  nurtureAgain: {
    tone: 'back',
    path: 'M820 272 V428 Q820 444 804 444 H664',
    label: { x: 742, y: 466, anchor: 'middle' },
    flat: true,
  },
};
/** The unlabelled line into the second question. */
export const TO_DECISION = 'M712 92 H775';
export const TRUNK = ['M100 232 H118', 'M204 232 H224'] as const;

/** Width of a line: its people as a share of everybody, never too thin to see. */
export const widthOf = (people: number, start: number): number =>
  Math.max(2, start === 0 ? 0 : (people / start) * 15);
