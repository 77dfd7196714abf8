import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCardOwners, splitEvenly } from '#shared/domain/imports/owners.ts';
import { counted } from '#test/helpers/runs.ts';

const people = fc.uniqueArray(
  fc.record({ uid: fc.uuid(), companyKey: fc.constantFrom('', '甲', '乙', '丙', '丁') }),
  { selector: person => person.uid, maxLength: 60 },
);
const members = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 6 });

describe('an even split', () => {
  it('gives everybody somebody, with shares that differ by one at most', () => {
    fc.assert(
      fc.property(people, members, (all, team) => {
        const split = splitEvenly(all, team);
        expect([...split.keys()].sort()).toEqual(all.map(p => p.uid).sort());
        const shares = team.map(member => [...split.values()].filter(given => given === member).length);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
      counted(2000),
    );
  });
  it('is the same every time, and parts few companies', () => {
    fc.assert(
      fc.property(people, members, (all, team) => {
        const split = splitEvenly(all, team);
        expect(splitEvenly(all, team)).toEqual(split);
        const parted = new Set(all.map(p => `${p.companyKey} ${split.get(p.uid)}`)).size;
        const companies = new Set(all.map(p => p.companyKey)).size;
        expect(parted).toBeLessThanOrEqual(companies + team.length - 1);
      }),
      counted(2000),
    );
  });
  it('with more members than people the first ones get one each', () => {
    const split = splitEvenly([{ uid: 'p', companyKey: '' }], ['a', 'b', 'c']);
    expect([...split]).toEqual([['p', 'a']]);
  });
});

it('counts the names on cards by person, not by spelling', () => {
  expect(countCardOwners(['佐藤 花子', '', '鈴木', '佐藤花子', '佐藤　花子'])).toEqual([
    { name: '佐藤 花子', cards: 3 },
    { name: '鈴木', cards: 1 },
  ]);
});
