import { below, type Random, seeded } from '#shared/domain/base/seeded.ts';
import { type Card, Registry } from './card.ts';
import { LAYOUTS, type Layout } from './layouts.ts';
import { life, once } from './people.ts';
import { type Spelt, spell } from './spelling.ts';
import { lookAlikes } from './strangers.ts';

/** One row of a generated file: the line it starts on and the truth behind it. */
export interface TrueRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly card: Card;
  readonly spelt: Spelt;
}
export interface TrueFile {
  readonly name: string;
  readonly layout: Layout;
  readonly rows: readonly TrueRow[];
  readonly text: string;
  readonly bytes: Uint8Array;
}
/** People, files about them, and the groups of different people who are easily taken for one another. */
export interface World {
  readonly files: readonly TrueFile[];
  readonly lookAlikes: readonly (readonly Card[])[];
}

export interface WorldSize {
  /** People with several cards. */
  readonly lives: number;
  /** How often every kind of look-alike is told. */
  readonly stories: number;
  /** People met once. */
  readonly once: number;
  readonly files: number;
}

/** Enough for more than 300 pairs of look-alikes. */
const FULL: WorldSize = { lives: 200, stories: 14, once: 80, files: 5 };
export const SMALL: WorldSize = { lives: 30, stories: 2, once: 8, files: 4 };

/**
 * Invents people, their lives and the files that speak of them. Written from what happens to people and cards;
 * it knows nothing of how Dosen tells people apart. The same seed gives the same bytes.
 */
export function identityWorld(seed: number, size: WorldSize = FULL): World {
  const random = seeded(seed);
  const registry = new Registry(random);
  const stories = Array.from({ length: size.stories }, () => lookAlikes(registry)).flat();
  const cards = [
    ...Array.from({ length: size.lives }, () => life(registry)).flat(),
    ...stories.flat(),
    ...Array.from({ length: size.once }, () => once(registry)),
  ];
  const shares: Card[][] = Array.from({ length: size.files }, () => []);
  for (const card of shuffled(random, cards)) shares[below(random, size.files)]?.push(card);
  const files = shares.map((share, i) => writeFile(random, share, LAYOUTS[i % LAYOUTS.length] as Layout, i));
  return { files, lookAlikes: stories };
}

/** A file of the given cards, in their order, with where each row stands. */
function writeFile(random: Random, cards: readonly Card[], layout: Layout, n: number): TrueFile {
  const { preamble, header, delimiter, newline } = layout;
  const lines = [...preamble, header.join(delimiter)];
  let line = lines.length + 1;
  const rows: TrueRow[] = [];
  for (const [i, card] of cards.entries()) {
    const spelt = spell(random, card, layout.habits);
    const cells = layout.row(spelt, random, i + 1);
    const text = cells.map(cell => quoted(cell, delimiter)).join(delimiter);
    rows.push({ line, cells, card, spelt });
    lines.push(text);
    line += text.split('\n').length;
  }
  const text = lines.map(one => one + newline).join('');
  return { name: `${n}-${layout.name}.csv`, layout, rows, text, bytes: layout.encode(text) };
}

const quoted = (cell: string, delimiter: string): string =>
  /["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Fisher and Yates. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
