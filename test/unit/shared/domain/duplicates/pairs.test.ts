import { describe, expect, it } from 'vitest';
import { below, pick, seeded } from '#shared/domain/base/seeded.ts';
import { isTicked, pairsAmong, pairsOfRow } from '#shared/domain/duplicates/pairs.ts';
import { companyLooseKey, companyStrictKey } from '#shared/domain/leads/company.ts';
import type { KnownPerson } from '#shared/domain/leads/known-person.ts';
import { parseName } from '#shared/domain/leads/names.ts';
import { runs, seed } from '#test/helpers/runs.ts';

const person = (
  uid: string,
  name: string,
  more: Partial<KnownPerson> & { company?: string } = {},
): KnownPerson => {
  const { company, ...rest } = more;
  const names =
    name === ''
      ? []
      : [parseName({ full: name, last: '', first: '', kana: '', lastKana: '', firstKana: '' })];
  return {
    uid,
    names,
    emailKeys: [],
    mobileKeys: [],
    landlineKeys: [],
    externalIds: [],
    departments: [],
    companies: company ? [{ strictKey: companyStrictKey(company), looseKey: companyLooseKey(company) }] : [],
    cards: [],
    ...rest,
  };
};
const found = (...people: KnownPerson[]) =>
  pairsAmong(people).map(pair => `${pair.otherUid}-${pair.uid} ${pair.level} ${pair.reason}`);

describe('pairs among stored people', () => {
  it('are found by the rules cards are matched by', () => {
    const a = person('a', '山本 太郎', { company: '株式会社架空', emailKeys: ['t@kakuu.example'] });
    expect(found(a, person('b', '山本 太郎', { company: '㈱架空' }))).toEqual(['a-b C companyAndName']);
    expect(found(a, person('b', '山本 太郎', { company: '架空' }))).toEqual(['a-b D looseCompanyAndName']);
    expect(found(a, person('b', '山本 太郎', { emailKeys: ['t@kakuu.example'] }))).toEqual(['a-b A email']);
    expect(found(a, person('b', '山本 次郎', { emailKeys: ['t@kakuu.example'] }))).toEqual([
      'a-b D emailOtherName',
    ]);
  });
  it('are never found by a name, a company or a line alone', () => {
    const a = person('a', '山本 太郎', { company: '株式会社架空', landlineKeys: ['+81300001001'] });
    expect(found(a, person('b', '山本 太郎', { company: '株式会社遠い' }))).toEqual([]);
    expect(found(a, person('b', '佐藤 花子', { company: '株式会社架空' }))).toEqual([]);
    expect(found(a, person('b', '佐藤 花子', { landlineKeys: ['+81300001001'] }))).toEqual([]);
  });
  it('cost no square: a thousand cards of one person make as many pairs, not half a million', () => {
    const people = Array.from({ length: 1000 }, (_, i) =>
      person(`p${i}`, '山本 太郎', { company: '株式会社架空' }),
    );
    expect(pairsAmong(people)).toHaveLength(999);
  });
  it(`leave out nobody who looks like somebody (${runs(400)} random stores)`, () => {
    for (let run = 0; run < runs(400); run++) {
      const random = seeded(seed() + run);
      const people = Array.from({ length: 14 }, (_, i) =>
        person(`p${i}`, pick(random, ['山本 太郎', '山本 次郎', '佐藤 花子', '']), {
          company: pick(random, ['株式会社架空', '架空', '']),
          emailKeys: below(random, 3) === 0 ? [`m${below(random, 4)}@kakuu.example`] : [],
          landlineKeys: below(random, 3) === 0 ? [`+8130000100${below(random, 3)}`] : [],
        }),
      );
      const all = pairsAmong(people);
      const inSome = new Set(all.flatMap(pair => [pair.uid, pair.otherUid]));
      for (const [i, b] of people.entries())
        for (const a of people.slice(0, i))
          if (pairsAmong([a, b]).length > 0) expect(inSome.has(b.uid), `seed ${seed() + run}`).toBe(true);
      for (const { uid, otherUid } of all) {
        const two = people.filter(one => one.uid === uid || one.uid === otherUid);
        expect(pairsAmong(two), `seed ${seed() + run}`).toHaveLength(1);
      }
    }
  });
});

describe('pairs of a row', () => {
  const candidate = { uid: 'x', level: 'C', reason: 'companyAndName' } as const;
  it('stand beside everybody it looks like, settled where a person said so', () => {
    const row = { uid: 'new:3', candidates: [candidate], declined: [{ ...candidate, uid: 'y' }] };
    expect(pairsOfRow(row)).toMatchObject([
      { uid: 'new:3', otherUid: 'x', level: 'C', isSettled: false },
      { uid: 'new:3', otherUid: 'y', isSettled: true },
    ]);
    expect(pairsOfRow({ uid: 'x', candidates: [candidate] })).toEqual([]);
    expect(pairsOfRow({ uid: null, candidates: [candidate] })).toEqual([]);
  });
  it('are proposed ticked only when nothing speaks against it', () => {
    expect(isTicked(candidate)).toBe(true);
    expect(isTicked({ level: 'A', reason: 'email' })).toBe(true);
    expect(isTicked({ level: 'C', reason: 'otherMobile' })).toBe(false);
    expect(isTicked({ level: 'C', reason: 'severalPeople' })).toBe(false);
    expect(isTicked({ level: 'D', reason: 'looseCompanyAndName' })).toBe(false);
  });
});
