import { expect, it } from 'vitest';
import {
  countSelected,
  everybody,
  isSelected,
  nobody,
  selectionInput,
  withRows,
} from '#renderer/features/leads/selection.ts';
import { zLeadFilter } from '#shared/contract/lead-filter.ts';
import type { LeadRow } from '#shared/contract/leads.ts';

const row = (uid: string): LeadRow => ({ uid }) as LeadRow;
const filter = zLeadFilter.parse({ event: '展示会' });

it('names some leads one by one, each once', () => {
  const two = withRows(withRows(nobody, [row('a'), row('b')], true), [row('b')], true);
  expect(countSelected(two, 100)).toBe(2);
  expect(selectionInput(two, filter)).toEqual({ uids: ['a', 'b'] });
  const one = withRows(two, [row('a')], false);
  expect([isSelected(one, 'a'), isSelected(one, 'b')]).toEqual([false, true]);
});

it('keeps everybody as the question with those left out', () => {
  const most = withRows(everybody, [row('a'), row('b')], false);
  expect(countSelected(most, 100)).toBe(98);
  expect(selectionInput(most, filter)).toEqual({ filter, except: ['a', 'b'] });
  const again = withRows(most, [row('a')], true);
  expect([isSelected(again, 'a'), isSelected(again, 'b'), isSelected(again, 'c')]).toEqual([
    true,
    false,
    true,
  ]);
});
