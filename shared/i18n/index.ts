import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import type { Translated } from './translated.ts';

/** The languages every text exists in; Japanese is the source. */
export const langs = ['ja', 'en'] as const;
export type Lang = (typeof langs)[number];

/** All texts of one language, by domain. */
export type Catalogue = Translated<typeof ja>;

const catalogues: Readonly<Record<Lang, Catalogue>> = { ja, en };

/** The texts of a language. */
export const catalogue = (lang: Lang): Catalogue => catalogues[lang];

/** The best language for a locale tag such as `ja-JP` or `fr`: Japanese for Japanese, English for all else. */
export const langOf = (locale: string): Lang => (/^ja\b/i.test(locale) ? 'ja' : 'en');
