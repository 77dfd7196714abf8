import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * Fonts of printed pages. A page links `<fontBaseUrl>print.css`, which asks for `files/<name>` beside it.
 * A host that shows a page serves two things below its font base: `print.css` (text/css) with `printFontCss()`,
 * and `files/<name>` (font/woff2) with the file at `fontFilePath(name)`.
 * A packaged app has no node_modules: its build calls `copyFonts('out/fonts')`, which writes both as plain files.
 */
const PACKAGES = [
  { name: '@fontsource/biz-udpgothic', sheets: ['400.css', '700.css'] },
  { name: '@fontsource/biz-udgothic', sheets: ['400.css', '700.css'] },
  { name: '@fontsource-variable/noto-sans-jp', sheets: ['index.css'] },
] as const;

/** Digits and their marks come from BIZ UDGothic in every text: half-width, so they line up. */
const DIGITS_RANGE = 'U+25,U+2B-2F,U+30-39,U+3A';

/** Built code runs from `out/main`, beside `out/fonts`. */
const BUILT = fileURLToPath(new URL('../fonts', import.meta.url));
const resolver = createRequire(import.meta.url);

/** The folder of a font package's files, or null where there is no node_modules. */
function packageFolder(name: string): string | null {
  try {
    return path.dirname(resolver.resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}

/** The faces of one package, reduced to their woff2 file; text stays blank until its font is there. */
function packageFaces({ name, sheets }: (typeof PACKAGES)[number]): string[] {
  const folder = packageFolder(name);
  if (!folder) throw new Error(`font package is missing: ${name}`);
  const css = sheets.map(sheet => readFileSync(path.join(folder, sheet), 'utf8')).join('\n');
  return (css.match(/@font-face \{[^}]*\}/g) ?? []).map(face =>
    face
      .replace(/src: url\(\.\/files\/([a-z0-9-]+\.woff2)\)[^;]*;/, `src: url(files/$1) format('woff2');`)
      .replace('font-display: swap', 'font-display: block'),
  );
}

const digitFaces = [400, 700].map(
  weight =>
    `@font-face {font-family: 'Dosen Digits'; font-weight: ${weight}; font-display: block; unicode-range: ${DIGITS_RANGE}; ` +
    `src: url(files/biz-udgothic-latin-${weight}-normal.woff2) format('woff2');}`,
);

/**
 * The style sheet that declares the fonts, split by character range so that a page loads only what it shows.
 * `onDisk` names the files by file URL instead of `files/…`, for a page that is itself a file.
 * Throws when neither the font packages nor built fonts are there.
 */
export function printFontCss(where: 'beside' | 'onDisk' = 'beside'): string {
  const built = path.join(BUILT, 'print.css');
  const css = existsSync(built)
    ? readFileSync(built, 'utf8')
    : [...digitFaces, ...PACKAGES.flatMap(packageFaces)].join('\n');
  if (where === 'beside') return css;
  return css.replace(/url\(files\/([^)]+)\)/g, (_, name: string) => {
    const file = fontFilePath(name);
    if (!file) throw new Error(`font file is missing: ${name}`);
    return `url("${pathToFileURL(file).href}")`;
  });
}

/** Where a font file of `print.css` is on disk, or null: for every name that is not one of ours, whatever it holds. */
export function fontFilePath(name: string): string | null {
  if (!/^[a-z0-9-]+\.woff2$/.test(name)) return null;
  const folders = [BUILT, ...PACKAGES.map(({ name }) => packageFolder(name))];
  const files = folders.flatMap(folder => (folder ? [path.join(folder, 'files', name)] : []));
  return files.find(file => existsSync(file)) ?? null;
}

/** Writes `print.css` and `files/` into a folder, for a packaged app or any static server. About 11 MB. */
export async function copyFonts(folder: string): Promise<void> {
  const css = printFontCss();
  const names = new Set(Array.from(css.matchAll(/url\(files\/([^)]+)\)/g), match => match[1] ?? ''));
  await mkdir(path.join(folder, 'files'), { recursive: true });
  for (const name of names) {
    const file = fontFilePath(name);
    if (!file) throw new Error(`font file is missing: ${name}`);
    await copyFile(file, path.join(folder, 'files', name));
  }
  await writeFile(path.join(folder, 'print.css'), css);
}
