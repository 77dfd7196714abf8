/** The languages every text exists in; Japanese is the source. */
export const langs = ['ja', 'en'] as const;
export type Lang = (typeof langs)[number];

/** The best language for a locale tag such as `ja-JP` or `fr`: Japanese for Japanese, English for all else. */
export const langOf = (locale: string): Lang => (/^ja\b/i.test(locale) ? 'ja' : 'en');
