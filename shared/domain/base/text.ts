/**
 * Variant characters that NFKC leaves apart although people mean the same name.
 * Left: as printed on a card; right: the everyday form, mostly the old and new forms of the 常用漢字表 (内閣告示第2号,
 * 2010) that names still use. 齊 is ambiguous (斉 or 斎) and stays out.
 */
const VARIANTS =
  '髙高 﨑崎 嵜崎 邉辺 邊辺 濵浜 濱浜 德徳 瀨瀬 齋斎 嶋島 嶌島 澤沢 國国 廣広 櫻桜 惠恵 眞真 冨富 𠮷吉 栁柳 凉涼 礒磯 曻昇 莊荘 榮栄 龍竜 條条 壽寿 實実 圓円 豐豊 瀧滝 淵渕 會会 來来 學学 佛仏 ' +
  '彌弥 藏蔵 曾曽 與与 賴頼 穗穂 祿禄 禮礼 靜静 鐵鉄 寶宝 傳伝';
const VARIANT_MAP = new Map(VARIANTS.split(' ').map(pair => [...pair] as [string, string]));
const ANY_VARIANT = new RegExp(`[${[...VARIANT_MAP.keys()].join('')}]`, 'gu');

/** Ideographic variation selectors and standardised ones: invisible, so never part of a key. */
const VARIATION_SELECTORS = /[\u{E0100}-\u{E01EF}\u{FE00}-\u{FE0F}]/gu;
const HIRAGANA = /[ぁ-ゖゝゞ]/g;
const NOT_IN_KEYS =
  /[\s\u200B-\u200D\uFEFF・･.,，．、。'"“”‘’`()（）[\]［］【】「」『』<>＜＞/／\\|:：;；!！?？~〜～_＿*#&＆+＋=＝-]|[‐‑‒–—―−ーｰ]/gu;

/** Every dash people type between digits or in names becomes `-`. NFKC leaves most of them alone. */
export const unifyDashes = (text: string): string => text.replace(/[‐‑‒–—―−ー－ｰ]/g, '-');

/** Hiragana to katakana, character for character. */
export const toKatakana = (text: string): string =>
  text.replace(HIRAGANA, c => String.fromCharCode(c.charCodeAt(0) + 0x60));

/** NFKC, lower case, variants folded. Keeps spaces and punctuation. For display text use the original. */
export function foldCharacters(text: string): string {
  const folded = text.replace(VARIATION_SELECTORS, '').normalize('NFKC').toLowerCase();
  return toKatakana(folded.replace(ANY_VARIANT, c => VARIANT_MAP.get(c) ?? c));
}

/** The key two spellings share: characters folded, spaces, punctuation and dashes removed. */
export const foldKey = (text: string): string => foldCharacters(text).replace(NOT_IN_KEYS, '');

/** Overlapping two-character pieces of a folded text; a single character stands alone. */
export function bigrams(folded: string): string[] {
  const chars = [...folded];
  if (chars.length < 2) return chars;
  return chars.slice(0, -1).map((c, i) => c + (chars[i + 1] ?? ''));
}

/** Collapses runs of white space (full-width included) and trims. */
export const tidy = (text: string): string => text.replace(/[\s\u3000]+/g, ' ').trim();

/** Length in half-width characters: a full-width one counts two. */
export const halfWidths = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[\u0020-\u00FF\uFF61-\uFF9F]/.test(c) ? 1 : 2), 0);

/** A piece of a file name: what no file system takes is left out, spaces too. */
export const inFileName = (text: string): string => text.replaceAll(/[\\/:*?"<>|\s]+/g, '');
