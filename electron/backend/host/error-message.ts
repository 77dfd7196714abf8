import { textOfCode } from '#shared/i18n/error-text.ts';
import { catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';

/** An error code as sentences: what happened, what became of the data, what to do next. */
export function errorMessage(lang: Lang, code: string, params: unknown): string {
  const { what, data, next } = textOfCode(catalogue(lang), code, params);
  return [what, data, next].join(lang === 'ja' ? '' : ' ');
}
