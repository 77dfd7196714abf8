import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import {
  type ComparedPerson,
  differs,
  MERGE_FIELDS,
  type MergeField,
  suggestChoices,
  unitedMemo,
} from '#shared/domain/duplicates/choices.ts';

const person = (on: string, values: Partial<Record<MergeField, string>> = {}): ComparedPerson => ({
  values: {
    ...(Object.fromEntries(MERGE_FIELDS.map(field => [field, ''])) as Record<MergeField, string>),
    name: '山本 太郎',
    acquisition: on,
    consent: 'card',
    ...values,
  },
  seenOn: day(on),
  acquiredOn: day(on),
});

describe('the proposed side of a field', () => {
  it('is never a blank one', () => {
    const full = person('2026-05-01', { title: '課長', kana: 'ヤマモト', url: 'https://kakuu.example' });
    const blank = person('2026-11-01');
    expect(suggestChoices(full, blank)).toMatchObject({
      title: 'survivor',
      kana: 'survivor',
      url: 'survivor',
    });
    expect(suggestChoices(blank, full)).toMatchObject({ title: 'other', kana: 'other', url: 'other' });
  });
  it('is the newer card’s for what changes with a post, the survivor’s at a tie', () => {
    const old = person('2026-05-01', { title: '課長', phone: '03-0000-1001', owner: '鈴木' });
    const fresh = person('2026-11-01', { title: '部長', phone: '090-0000-1001', owner: '佐藤' });
    expect(suggestChoices(old, fresh)).toMatchObject({ title: 'other', phone: 'other', owner: 'survivor' });
    expect(suggestChoices(fresh, old)).toMatchObject({ title: 'survivor', phone: 'survivor' });
    const tie = { ...fresh, seenOn: old.seenOn };
    expect(suggestChoices(old, tie).title).toBe('survivor');
  });
  it('is the same for company, department and title when the companies differ', () => {
    const old = person('2026-05-01', { company: '株式会社架空', department: '営業部', title: '課長' });
    const fresh = person('2026-11-01', { company: '株式会社別世界', title: '顧問' });
    expect(suggestChoices(old, fresh)).toMatchObject({
      company: 'other',
      department: 'other',
      title: 'other',
    });
  });
  it('is the first acquisition, the known way in, and the readable or fuller name', () => {
    const late = person('2026-11-01', { consent: 'unknown', name: '山?太郎' });
    const early = person('2026-05-01', { name: '山崎 太郎' });
    expect(suggestChoices(late, early)).toMatchObject({
      acquisition: 'other',
      consent: 'other',
      name: 'other',
    });
    expect(suggestChoices(early, late)).toMatchObject({
      acquisition: 'survivor',
      consent: 'survivor',
      name: 'survivor',
    });
    expect(suggestChoices(person('2026-05-01', { name: '山本' }), person('2026-05-01')).name).toBe('other');
  });
  it('asks nothing where only the spelling differs', () => {
    expect(differs('髙橋 健一', '高橋　健一')).toBe(false);
    expect(differs('03-0000-1001', '０３（０００0）１００１')).toBe(false);
    expect(differs('', '部長')).toBe(false);
    expect(differs('課長', '部長')).toBe(true);
  });
});

it('adds the memo of the other person once, under its date and source', () => {
  expect(unitedMemo('春', '秋', '2026-11-01 展示会')).toBe('春\n[2026-11-01 展示会] 秋');
  expect(unitedMemo('', '秋', '2026-11-01')).toBe('秋');
  expect(unitedMemo('春', '', '2026-11-01')).toBe('春');
  const once = unitedMemo('春', '秋', '2026-11-01');
  expect(unitedMemo(once, '秋', '2026-11-01')).toBe(once);
});
