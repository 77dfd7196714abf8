import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import type { Lang } from './lang.ts';
import type { Translated } from './translated.ts';

/** All texts of one language, by domain. */
export type Catalogue = Translated<typeof ja>;

const catalogues: Readonly<Record<Lang, Catalogue>> = { ja, en };

/** The texts of a language. */
export const catalogue = (lang: Lang): Catalogue => catalogues[lang];
