const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g;
const SPACES = /[^\S\n]+/g;
/** Anything `cleanCell` could change. Most cells hold nothing of it. */
const MAYBE_UNCLEAN = /^[ '=]|[^\S ]|[\0\u200B-\u200D\u2060\uFEFF]| {2}| $/;

/**
 * One cell as text: Excel's zero guards (`="03-…"`, a leading `'`), zero-width characters and NUL removed,
 * line ends as `\n`, runs of blanks (full-width included) as one space. Never normalises the characters
 * themselves: NFC and NFKC would change ideographs such as U+FA19 in a person's name.
 */
export function cleanCell(raw: string): string {
  if (!MAYBE_UNCLEAN.test(raw)) return raw;
  const guarded = /^=(?:"([\s\S]*)"|(0[\d-]+))$/.exec(raw.trim());
  const text = (guarded?.[1] ?? guarded?.[2] ?? raw)
    .replaceAll('\0', '')
    .replace(ZERO_WIDTH, '')
    .replace(/^\s*'(?=\s*[\d+=@＝＋－＠-]|[^']*$)/, '');
  return text
    .replace(/\r\n?/g, '\n')
    .replace(SPACES, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Private-use characters (外字): their meaning is known only to the machine that wrote them. */
export const hasPrivateUse = (text: string): boolean => /[\uE000-\uF8FF]/.test(text);

/** The lines of a cell that hold something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
