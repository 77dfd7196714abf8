import { readAll } from '#electron/backend/imports/file-rows.ts';
import { understand } from '#electron/backend/imports/reading.ts';
import { day } from '#shared/domain/base/days.ts';
import { type Placement, placeRows, type ReadRow } from '#shared/domain/imports/plan.ts';
import type { TrueRow, World } from './world.ts';

const TODAY = day('2026-11-20');

/** What became of people who are known in advance. Pairs are pairs of rows. */
export interface Measure {
  /** People of the store that hold cards of more than one true person, by the stories they are from. */
  readonly wrong: readonly string[];
  readonly truePairs: number;
  readonly merged: number;
  readonly suggested: number;
  /** True pairs whose two rows have the name in common and nothing else: no rule may join or suggest them. */
  readonly silent: number;
  /** True pairs neither merged nor suggested, by story and by what the two rows say. */
  readonly missed: readonly string[];
  /** Pairs of different people who look alike, and how many of them a person is asked about. */
  readonly lookAlikes: number;
  readonly askedLookAlikes: number;
  /** Further pairs of different people a person is asked about. */
  readonly askedStrangers: number;
  readonly people: number;
}

/** Everything between the bytes of the files and the moment of writing, file after file. */
export async function placeWorld(world: World): Promise<{ truth: TrueRow; placement: Placement }[]> {
  const rows: ReadRow[] = [];
  const truths: TrueRow[] = [];
  for (const file of world.files) {
    const bytes = { name: file.name, bytes: file.bytes, sha256: '' };
    const read = await readAll(understand(bytes, {}, TODAY).rows, () => Promise.resolve());
    const byLine = new Map(read.map(row => [row.line, row]));
    for (const truth of file.rows) {
      const row = byLine.get(truth.line);
      if (!row) throw new Error(`${file.name}: no row was read at line ${truth.line}`);
      rows.push({ ...row, line: rows.length + 1 });
      truths.push(truth);
    }
  }
  const placements = placeRows(rows, []);
  return truths.map((truth, i) => ({ truth, placement: placements[i] as Placement }));
}

const said = (row: TrueRow): string => `${row.card.story}: ${row.cells.join('|').replaceAll('\n', ' ')}`;
const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
function* pairs<T>(items: readonly T[]): Generator<[T, T]> {
  for (const [i, a] of items.entries()) for (const b of items.slice(i + 1)) yield [a, b];
}

/** Nothing but the name is on both rows: no address, number or firm. */
function isSilent({ card: a, spelt: x }: TrueRow, { card: b, spelt: y }: TrueRow): boolean {
  const both = (field: 'email' | 'mobile' | 'main' | 'company' | 'direct') =>
    x[field] !== '' && y[field] !== '';
  return !(
    (both('email') && a.email === b.email) ||
    (both('mobile') && a.mobile === b.mobile) ||
    (both('direct') && a.direct === b.direct) ||
    (both('main') && a.firm.main === b.firm.main) ||
    (both('company') && a.firm.stem === b.firm.stem)
  );
}

export function measure(world: World, placed: readonly { truth: TrueRow; placement: Placement }[]): Measure {
  const rows = placed.flatMap(({ truth, placement }) =>
    placement.kind === 'person' ? [{ truth, uid: placement.uid, person: truth.card.person }] : [],
  );
  const asked = new Set(
    placed.flatMap(({ placement: p }) =>
      p.kind === 'person' ? p.candidates.map(candidate => pairOf(p.uid, candidate.uid)) : [],
    ),
  );
  const byUid = Map.groupBy(rows, row => row.uid);
  const wrong = [...byUid.values()]
    .filter(group => new Set(group.map(row => row.person)).size > 1)
    .map(group => group.map(row => said(row.truth)).join('\n      '));
  const byPerson = Map.groupBy(rows, row => row.person);
  const truePairs = [...byPerson.values()].flatMap(group => [...pairs(group)]);
  const merged = truePairs.filter(([a, b]) => a.uid === b.uid);
  const apart = truePairs.filter(([a, b]) => a.uid !== b.uid);
  const missed = apart.filter(([a, b]) => !asked.has(pairOf(a.uid, b.uid)));
  const lookAlikes = new Set(
    world.lookAlikes.flatMap(group => [...pairs(group)].map(([a, b]) => pairOf(a.person, b.person))),
  );
  const personOf = new Map(rows.map(row => [row.uid, row.person]));
  const askedPeople = new Set(
    [...asked].map(pair => {
      const [a = '', b = ''] = pair.split(' ').map(uid => personOf.get(uid) ?? '');
      return a === b ? '' : pairOf(a, b);
    }),
  );
  askedPeople.delete('');
  return {
    wrong,
    truePairs: truePairs.length,
    merged: merged.length,
    suggested: apart.length - missed.length,
    silent: missed.filter(([a, b]) => isSilent(a.truth, b.truth)).length,
    missed: missed.map(([a, b]) => `${said(a.truth)}\n      ${said(b.truth)}`),
    lookAlikes: lookAlikes.size,
    askedLookAlikes: [...askedPeople].filter(pair => lookAlikes.has(pair)).length,
    askedStrangers: [...askedPeople].filter(pair => !lookAlikes.has(pair)).length,
    people: byPerson.size,
  };
}
