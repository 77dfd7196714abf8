export const ENCODINGS = ['utf-8', 'shift_jis', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Decodes bytes (byte order mark removed); null when `fatal` and a byte sequence does not exist in the encoding. */
export type Decode = (bytes: Uint8Array, encoding: Encoding, fatal: boolean) => string | null;

export const ENCODING_REASONS = [
  'bom',
  'ascii',
  'utf8Valid',
  'nulBytes',
  'kanaOnly',
  'notUtf8',
  'chosen',
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

/** A line end is never part of a multi-byte character, so lines can be tried one by one. */
function lineOfFirstBadByte(bytes: Uint8Array, decode: Decode): number {
  let from = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0 || decode(bytes.subarray(from, end), 'utf-8', true) === null) return line;
    from = end + 1;
  }
}

/**
 * The encoding of a whole file: byte order mark, then UTF-16 by its NUL bytes, then strict UTF-8, then CP932. Not CP932
 * first: it accepts about one in six UTF-8 texts without an error, whereas strict UTF-8 accepts no CP932 text with kanji.
 */
export function sniffEncoding(bytes: Uint8Array, decode: Decode): EncodingGuess {
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
  if (decode(bytes, 'utf-8', true) === null)
    return { encoding: 'shift_jis', reason: 'notUtf8', line: lineOfFirstBadByte(bytes, decode) };
  return readsAsKana(bytes) ? guess('shift_jis', 'kanaOnly') : guess('utf-8', 'utf8Valid');
}
