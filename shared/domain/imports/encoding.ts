export const ENCODINGS = ['utf-8', 'shift_jis', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Decodes bytes (byte order mark removed); null when `fatal` and a byte sequence does not exist in the encoding. */
export type Decode = (bytes: Uint8Array, encoding: Encoding, fatal: boolean) => string | null;

export const ENCODING_REASONS = [
  'bom',
  'ascii',
  'utf8Valid',
  'utf8Mixed',
  'nulBytes',
  'kanaOnly',
  'notUtf8',
  'chosen',
  'saved',
] as const;
export type EncodingReason = (typeof ENCODING_REASONS)[number];

export interface EncodingGuess {
  encoding: Encoding;
  reason: EncodingReason;
  /** 1-based line of the first byte sequence that is not UTF-8, when that decided. */
  line: number | null;
}

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/** UTF-16 without a byte order mark shows as NUL bytes on one side of the pairs (every ASCII character has one). */
function utf16ByNulls(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 65_536);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const pairs = sample.length / 2;
  if (odd > pairs / 20 && odd > even * 4) return 'utf-16le';
  return even > pairs / 20 && even > odd * 4 ? 'utf-16be' : null;
}

/**
 * Half-width kana in CP932 can look like valid UTF-8 (4.5 % of short kana texts do, none with a kanji in it). Such text
 * decodes to pairs of rare Latin letters; Western names decode to U+00C0–U+00FF.
 */
function readsAsKana(bytes: Uint8Array): boolean {
  let pairs = 0;
  let western = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (lead < 0xc2 || lead > 0xdf || trail < 0xa1 || trail > 0xbf) return false;
    pairs++;
    if (lead === 0xc3) western++;
    i++;
  }
  return pairs > 0 && western * 2 < pairs;
}

/** Trailing bytes a lead byte wants, and the bounds of the first of them (Unicode 15, table 3-7); null for no lead byte. */
function trail(lead: number): readonly [count: number, from: number, to: number] | null {
  if (lead >= 0xc2 && lead <= 0xdf) return [1, 0x80, 0xbf];
  if (lead === 0xe0) return [2, 0xa0, 0xbf];
  if (lead === 0xed) return [2, 0x80, 0x9f];
  if (lead >= 0xe1 && lead <= 0xef) return [2, 0x80, 0xbf];
  if (lead === 0xf0) return [3, 0x90, 0xbf];
  if (lead === 0xf4) return [3, 0x80, 0x8f];
  return lead >= 0xf1 && lead <= 0xf3 ? [3, 0x80, 0xbf] : null;
}
const TRAILS = Array.from({ length: 256 }, (_, lead) => trail(lead));

/** Strict UTF-8. A decoder would say the same, but throws for every line of a file in another encoding. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const wanted = TRAILS[lead] ?? null;
    if (wanted === null) return false;
    const [count, from, to] = wanted;
    const first = bytes[i + 1] ?? 0;
    if (first < from || first > to) return false;
    for (let k = 2; k <= count; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return false;
    i += count;
  }
  return true;
}

/** The lines of a text, each with its line feed. A line feed is never part of a multi-byte character. */
function* linesIn(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

/** The 1-based line of the first byte sequence that is not UTF-8, and whether most lines beyond ASCII are UTF-8. */
function badLines(bytes: Uint8Array): { first: number; isMixed: boolean } {
  let first = 0;
  let bad = 0;
  let good = 0;
  let number = 0;
  for (const line of linesIn(bytes)) {
    number++;
    if (!line.some(byte => byte >= 0x80)) continue;
    if (isUtf8(line) && !readsAsKana(line)) good++;
    else {
      bad++;
      first ||= number;
    }
  }
  return { first: first || number, isMixed: good > bad };
}

/** A UTF-8 text with some lines somebody pasted in from a CP932 file: each line in its own encoding. */
export function* decodeMixed(bytes: Uint8Array, decode: Decode): Generator<string> {
  for (const line of linesIn(bytes)) yield decode(line, 'utf-8', true) ?? decodeOther(line, decode);
}

/** CP932 read as UTF-8 is mostly replacement characters; a UTF-8 line with a damaged byte has one. */
function decodeOther(line: Uint8Array, decode: Decode): string {
  const damaged = decode(line, 'utf-8', false) ?? '';
  const lost = damaged.split('\uFFFD').length - 1;
  const isUtf8 = [...damaged].filter(c => c >= '\u0800' && c !== '\uFFFD').length > lost;
  return isUtf8 ? damaged : (decode(line, 'shift_jis', false) ?? damaged);
}

/**
 * The encoding of a whole file: byte order mark, then UTF-16 by its NUL bytes, then strict UTF-8, then CP932, unless most
 * lines are UTF-8 and a few are not. Not CP932
 * first: it accepts about one in six UTF-8 texts without an error, whereas strict UTF-8 accepts no CP932 text with kanji.
 */
export function sniffEncoding(bytes: Uint8Array): EncodingGuess {
  const guess = (encoding: Encoding, reason: EncodingReason): EncodingGuess => ({
    encoding,
    reason,
    line: null,
  });
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return guess('utf-8', 'bom');
  if (startsWith(bytes, 0xff, 0xfe)) return guess('utf-16le', 'bom');
  if (startsWith(bytes, 0xfe, 0xff)) return guess('utf-16be', 'bom');
  const utf16 = utf16ByNulls(bytes);
  if (utf16) return guess(utf16, 'nulBytes');
  if (!bytes.some(byte => byte >= 0x80)) return guess('utf-8', 'ascii');
  if (!isUtf8(bytes)) {
    const { first: line, isMixed } = badLines(bytes);
    return isMixed
      ? { encoding: 'utf-8', reason: 'utf8Mixed', line }
      : { encoding: 'shift_jis', reason: 'notUtf8', line };
  }
  return readsAsKana(bytes) ? guess('shift_jis', 'kanaOnly') : guess('utf-8', 'utf8Valid');
}

/** Tab, line feed, quote, comma: what separates cells, whatever they hold. */
const SEPARATORS = new Set([0x09, 0x0a, 0x22, 0x2c]);
/** A single one may stand anywhere by chance (本 ends in the byte of a comma); a text out of step has them in every row. */
const OUT_OF_STEP = 3;

/**
 * The 1-based line behind which a UTF-16 text is out of step because a byte was lost or doubled, or null. Beside Japanese
 * a separator has its NUL on one side, which tells the byte order, and its place then tells the step.
 */
export function lineOutOfStep(bytes: Uint8Array, encoding: Encoding): number | null {
  const place = encoding === 'utf-16le' ? 0 : 1;
  const displaced: number[] = [];
  let [ours, others] = [0, 0];
  for (let i = 1; i + 1 < bytes.length; i++) {
    if (!SEPARATORS.has(bytes[i] ?? 0) || (bytes[i - 1] === 0) === (bytes[i + 1] === 0)) continue;
    if (i % 2 !== place) displaced.push(i);
    else if ((bytes[i + 1] === 0) === (place === 0)) ours++;
    else others++;
  }
  const isOut = displaced.length >= OUT_OF_STEP || (others >= OUT_OF_STEP && others > ours);
  if (!isOut) return null;
  return 1 + bytes.subarray(0, displaced[0] ?? 0).filter(byte => byte === 0x0a).length;
}
