import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/i18n/index.ts';
import { langOf } from '#shared/i18n/lang.ts';

type Leaf = { path: string; value: unknown };

function leaves(node: unknown, path = ''): Leaf[] {
  if (typeof node !== 'object' || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

describe('catalogues', () => {
  const ja = leaves(catalogue('ja'));
  const en = leaves(catalogue('en'));

  it('have the same keys in both languages', () => {
    expect(en.map(leaf => leaf.path).sort()).toEqual(ja.map(leaf => leaf.path).sort());
  });
  it('hold texts or functions only, none of them empty', () => {
    const bad = [...ja, ...en].filter(
      leaf =>
        typeof leaf.value !== 'function' && !(typeof leaf.value === 'string' && leaf.value.trim() !== ''),
    );
    expect(bad.map(leaf => leaf.path)).toEqual([]);
  });
  it('keep Japanese out of the English texts', () => {
    const japanese = en.filter(leaf => typeof leaf.value === 'string' && /[぀-ヿ一-鿿]/.test(leaf.value));
    expect(japanese.map(leaf => leaf.path)).toEqual([]);
  });
  it('pick a language from a locale', () => {
    expect([langOf('ja-JP'), langOf('ja'), langOf('en-US'), langOf('jam')]).toEqual(['ja', 'ja', 'en', 'en']);
  });
});
