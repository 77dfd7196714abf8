import { expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { guessMapping } from '#shared/domain/imports/columns.ts';
import { placeRows } from '#shared/domain/imports/plan.ts';
import { rowReader } from '#shared/domain/imports/read-rows.ts';
import { cardText } from '#shared/domain/leads/card.ts';
import { sampleCards } from '#shared/domain/sample/cards.ts';
import { SAMPLE_HEADER, sampleRow } from '#shared/domain/sample/table.ts';
import { runs, seed } from '#test/helpers/runs.ts';

const CARDS = 1000;

/** Places invented cards and says, per card, who it truly is and who it was taken for. */
function placed(seedNumber: number) {
  const cards = sampleCards(seedNumber, day('2026-11-20')).take(CARDS).toArray();
  const data = cards.map(sampleRow);
  const { columns } = guessMapping(SAMPLE_HEADER, data, ',');
  const table = {
    rows: [[...SAMPLE_HEADER], ...data],
    lines: data.map((_, i) => i + 1),
    quoteDamaged: new Set<number>(),
  };
  table.lines.push(data.length + 1);
  const reader = rowReader(table, 0, {
    columns,
    source: 'file',
    year: 2026,
    dateOrder: 'unknown',
    cardKey: cardText,
  });
  const rows = data.map((_, i) => reader.read(i + 1));
  return placeRows(rows, []).map((placement, i) => ({ placement, truth: cards[i]?.truth.personKey ?? '' }));
}

it('joins nobody wrongly and finds second cards, measured against people who are known in advance', {
  timeout: 300_000,
}, () => {
  let [seconds, found, wrong] = [0, 0, 0];
  for (let n = 0; n < runs(100); n++) {
    const owner = new Map<string, string>();
    const seen = new Set<string>();
    for (const { placement, truth } of placed(seed() + n)) {
      if (placement.kind === 'out') continue;
      const before = owner.get(placement.uid);
      if (before !== undefined && before !== truth) wrong++;
      if (before === undefined) owner.set(placement.uid, truth);
      if (seen.has(truth)) {
        seconds++;
        const suggested = placement.candidates.some(candidate => owner.get(candidate.uid) === truth);
        if (before === truth || suggested) found++;
      }
      seen.add(truth);
    }
  }
  expect(wrong).toBe(0);
  expect(seconds).toBeGreaterThan(50);
  expect(found / seconds).toBeGreaterThanOrEqual(0.95);
});
