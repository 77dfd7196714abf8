import { describe, expect, it } from 'vitest';
import { tagSeparator, tagsOf } from '#shared/domain/imports/tags.ts';

describe('tags of one cell', () => {
  it.each([
    [['展示会;重要', '展示会', '重要;既存'], ';'],
    [['展示会|A', 'A|展示会'], '|'],
    [['展示会、重要', '重要、展示会'], '、'],
    [['展示会,重要', '重要,展示会'], ','],
    [['* myContacts ::: 展示会', '展示会 ::: 重要'], ':::'],
    [['展示会\n重要', '重要\n展示会'], '\n'],
    // The comma is part of a name that occurs once; the semicolon makes tags that come back.
    [['Example, Inc.;展示会', '展示会;重要', '重要'], ';'],
  ])('%j are separated by %j', (cells, expected) => expect(tagSeparator(cells)).toBe(expected));
  it('no habit, no separator: every usual one counts', () => {
    expect(tagSeparator(['a', 'b;c'])).toBeNull();
    expect(tagsOf('a;b、c', null)).toEqual(['a', 'b', 'c']);
  });
  it('the chosen separator leaves others alone', () =>
    expect(tagsOf('Example, Inc.;展示会', ';')).toEqual(['Example, Inc.', '展示会']));
});
