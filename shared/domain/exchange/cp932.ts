/** Decodes CP932 bytes (WHATWG `shift_jis`); null where no character is meant. */
export type DecodeCp932 = (bytes: Uint8Array) => string | null;

/** A character that CP932 does not have, and the cell it stood in (0-based). */
export interface LostCharacter {
  row: number;
  column: number;
  character: string;
}

export interface Cp932Encoder {
  /** The bytes of a text; characters CP932 does not have become 〓 and are handed to `lost`. */
  encode(text: string, lost: (character: string) => void): Uint8Array;
}

/**
 * Characters of other systems that mean one CP932 has under another number: 〜 — − and their kin came apart when JIS and
 * Windows were mapped to Unicode differently; the rest are dashes and blanks without a place of their own.
 */
const SAME: Readonly<Record<string, string>> = {
  '\u301C': '\uFF5E',
  '\u2212': '\uFF0D',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u00A2': '\uFFE0',
  '\u00A3': '\uFFE1',
  '\u00AC': '\uFFE2',
  '\u00A5': '\uFFE5',
  '\u203E': '\uFFE3',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u00A0': ' ',
  '\u202F': ' ',
};
/** The mark Japanese print sets where a character is missing. */
const MISSING = '〓';
const COMBINED = /.[\u3099\u309A]/gsu;

/**
 * An encoder made from the decoder of the platform, so that both always agree. Where CP932 has a character twice, the
 * bytes Windows writes are taken: the NEC copies of the IBM extensions (lead bytes ED–EF) are never written, 髙 is FB FC
 * (WHATWG Encoding, "index Shift_JIS pointer").
 */
export function cp932Encoder(decode: DecodeCp932): Cp932Encoder {
  const codes = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]): void => {
    const character = decode(Uint8Array.from(bytes));
    if (character !== null && [...character].length === 1 && !codes.has(character))
      codes.set(character, bytes);
  };
  for (let byte = 0; byte < 0x80; byte++) learn([byte]);
  for (let byte = 0xa1; byte < 0xe0; byte++) learn([byte]);
  for (let lead = 0x81; lead < 0xfd; lead++) {
    if ((lead > 0x9f && lead < 0xe0) || (lead >= 0xed && lead <= 0xef)) continue;
    for (let trail = 0x40; trail < 0xfd; trail++) if (trail !== 0x7f) learn([lead, trail]);
  }
  const codeOf = (character: string): readonly number[] | undefined =>
    codes.get(character) ?? codes.get(SAME[character] ?? '');
  const missing = codes.get(MISSING) ?? [0x3f];
  return {
    encode(text, lost) {
      const out: number[] = [];
      // A Mac writes が as か and a mark; only such pairs are put together, since composing changes some ideographs.
      for (const character of text.replace(COMBINED, pair => pair.normalize('NFC'))) {
        const code = codeOf(character);
        if (code === undefined) lost(character);
        for (const byte of code ?? missing) out.push(byte);
      }
      return Uint8Array.from(out);
    },
  };
}
