import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { copyFonts, fontFilePath, printFontCss } from '#electron/backend/print/fonts.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const folder = tempFolder();
const isWoff2 = (file: string): boolean => readFileSync(file).subarray(0, 4).toString('latin1') === 'wOF2';

describe('fonts of printed pages', () => {
  it('declares every family in the weights the pages use', () => {
    const faces = printFontCss().match(/@font-face \{[^}]*\}/g) ?? [];
    const declared = new Set(
      faces.map(
        face => `${/font-family: '([^']+)'/.exec(face)?.[1]} ${/font-weight: ([\d ]+)/.exec(face)?.[1]}`,
      ),
    );
    expect([...declared].toSorted()).toEqual([
      'BIZ UDGothic 400',
      'BIZ UDGothic 700',
      'BIZ UDPGothic 400',
      'BIZ UDPGothic 700',
      'Dosen Digits 400',
      'Dosen Digits 700',
      'Noto Sans JP Variable 100 900',
    ]);
    for (const face of faces)
      expect(face).toMatch(/unicode-range: U\+.*src: url\(files\/|src: url\(files\/.*unicode-range: U\+/s);
  });

  it('copies a folder that stands on its own: each file the sheet asks for is there and is a font', async () => {
    await copyFonts(folder);
    const css = readFileSync(path.join(folder, 'print.css'), 'utf8');
    const asked = new Set(Array.from(css.matchAll(/url\(([^)]+)\)/g), match => match[1] ?? ''));
    expect(asked.size).toBeGreaterThan(400);
    for (const file of asked) expect(isWoff2(path.join(folder, file)), file).toBe(true);
    expect(readdirSync(path.join(folder, 'files'))).toHaveLength(asked.size);
  });

  it('names the same files on disk for a page that is itself a file', () => {
    const urls = Array.from(
      printFontCss('onDisk').matchAll(/url\("(file:[^"]+)"\)/g),
      match => match[1] ?? '',
    );
    expect(urls).toHaveLength(printFontCss().split('url(').length - 1);
    for (const url of urls.slice(0, 20)) expect(isWoff2(fileURLToPath(url))).toBe(true);
  });

  it('gives out font files and nothing else', () => {
    expect(isWoff2(fontFilePath('biz-udgothic-latin-700-normal.woff2') ?? '')).toBe(true);
    for (const name of [
      '',
      'no-such-font.woff2',
      '../package.json',
      '..\\400.css',
      '/etc/passwd',
      '400.css',
      'a/b.woff2',
      '../files/biz-udgothic-latin-700-normal.woff2',
    ])
      expect(fontFilePath(name), name).toBeNull();
  });
});
