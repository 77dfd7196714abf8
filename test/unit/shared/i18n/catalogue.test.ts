import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/i18n/index.ts';
import { langOf } from '#shared/i18n/lang.ts';
import { repoRoot } from '#test/helpers/repo-copy.ts';

type Leaf = { path: string; value: unknown };

function leaves(node: unknown, path = ''): Leaf[] {
  if (typeof node !== 'object' || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

/** Every word of the code beside the catalogues themselves. */
function wordsOfTheCode(): Set<string> {
  const words = new Set<string>();
  for (const folder of ['electron', 'renderer', 'shared'])
    for (const path of readdirSync(join(repoRoot, folder), { recursive: true, encoding: 'utf8' })) {
      const isSource = /\.tsx?$/.test(path) && !/\.tsbuild|i18n.(ja|en)\b/.test(path);
      const text = isSource ? readFileSync(join(repoRoot, folder, path), 'utf8') : '';
      for (const word of text.match(/\w+/g) ?? []) words.add(word);
    }
  return words;
}

const keyOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

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
  it('hold no text that nothing asks for', () => {
    const words = wordsOfTheCode();
    const unasked = (path: string) => (keyOf(path).match(/\w+/g) ?? []).some(word => !words.has(word));
    expect(ja.map(leaf => leaf.path).filter(unasked)).toEqual([]);
    expect(['/nav/today', '/nav/textOfNobody'].filter(unasked)).toEqual(['/nav/textOfNobody']);
  });
  it('keep Japanese out of the English texts', () => {
    const japanese = en.filter(leaf => typeof leaf.value === 'string' && /[぀-ヿ一-鿿]/.test(leaf.value));
    expect(japanese.map(leaf => leaf.path)).toEqual([]);
  });
  it('pick a language from a locale', () => {
    expect([langOf('ja-JP'), langOf('ja'), langOf('en-US'), langOf('jam')]).toEqual(['ja', 'ja', 'en', 'en']);
  });
});
