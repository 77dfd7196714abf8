import { toKatakana } from '#shared/domain/base/text.ts';
import type { PersonName } from './names.ts';

const ROMAJI: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'アa イi ウu エe オo カka キki クku ケke コko サsa シshi スsu セse ソso タta チchi ツtsu テte トto ナna ニni ヌnu ネne ノno ' +
    'ハha ヒhi フfu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヰi ヱe ヲo ンn ' +
    'ガga ギgi グgu ゲge ゴgo ザza ジji ズzu ゼze ゾzo ダda ヂji ヅzu デde ドdo バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo ヴbu ' +
    'キャkya キュkyu キョkyo シャsha シュshu ショsho チャcha チュchu チョcho ニャnya ニュnyu ニョnyo ヒャhya ヒュhyu ヒョhyo ミャmya ミュmyu ミョmyo ' +
    'リャrya リュryu リョryo ギャgya ギュgyu ギョgyo ジャja ジュju ジョjo ビャbya ビュbyu ビョbyo ピャpya ピュpyu ピョpyo'
  )
    .split(' ')
    .map(pair => [pair.replace(/[a-z]+/, ''), pair.replace(/[^a-z]+/, '')]),
);

const romanised = (kana: string): string =>
  kana
    .replace(/[アイウエオカ-ヴ][ャュョ]?/g, syllable => ROMAJI[syllable] ?? ROMAJI[syllable[0] ?? ''] ?? '')
    .replace(/ッ(.)/g, '$1$1');

/** One spelling for the ways a name is written in Latin letters: Hepburn, Kunrei, long vowels shown or not. */
const oneSpelling = (latin: string): string =>
  latin
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/s(?=y[auo])|s(?=i)/g, 'sh')
    .replace(/shy/g, 'sh')
    .replace(/t(?=y[auo])|t(?=i)/g, 'ch')
    .replace(/chy/g, 'ch')
    .replace(/tu/g, 'tsu')
    .replace(/(?<![a-z])hu|(?<=[aeiou])hu/g, 'fu')
    .replace(/zi/g, 'ji')
    .replace(/(?:zy|jy)(?=[auo])/g, 'j')
    .replace(/oh(?![aeiou])|ou|oo/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/m(?=[bmp])/g, 'n');

const KANA = /^[ァ-ヶー\s]+$/;
const LATIN = /^[\p{Script=Latin}\s.,'-]+$/u;

/**
 * How a whole name is pronounced, in one spelling and whatever the order of its parts; '' when the card does not say.
 * 佐藤 健 (サトウ ケン), サトウ ケン and Ken Sato share it. Never enough to join two people: different names sound alike.
 */
export function readingKey(name: Pick<PersonName, 'name' | 'kana'>): string {
  const kana = toKatakana(name.kana.normalize('NFKC')).trim();
  const shown = toKatakana(name.name.normalize('NFKC')).trim();
  const text = KANA.test(kana)
    ? romanisedWords(kana)
    : KANA.test(shown)
      ? romanisedWords(shown)
      : LATIN.test(shown)
        ? shown
        : '';
  const words = text
    .split(/[\s,]+/)
    .map(oneSpelling)
    .filter(word => word !== '');
  return words.length < 2 ? '' : words.sort().join('-');
}
const romanisedWords = (kana: string): string =>
  kana.replaceAll('ー', '').split(/\s+/).map(romanised).join(' ');

/** Small, voiced and lengthened kana are heard and typed either way: ヤマサキ and ヤマザキ count as one reading. */
const plain = (kana: string): string =>
  toKatakana(kana.normalize('NFKC'))
    .normalize('NFD')
    .replace(/[\u3099\u309Aー]/g, '')
    .replace(/[ァィゥェォッャュョ]/g, c => String.fromCharCode(c.charCodeAt(0) + 1));

/** True when two cards write one name and give it readings that cannot both be right: 健 is ケン or タケシ, not both. */
export function readsOtherwise(a: string, b: string): boolean {
  const [x, y] = [a, b].map(kana => plain(kana).trim().split(/\s+/)) as [string[], string[]];
  if (![...x, ...y].every(word => /^[ァ-ヶ]+$/.test(word))) return false;
  if (x.length === 2 && y.length === 2) return x[1] !== y[1];
  const [p, q] = [x.join(''), y.join('')];
  return !p.startsWith(q) && !q.startsWith(p);
}
