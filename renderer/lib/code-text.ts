import type { Reason } from '#shared/contract/base.ts';
import { isDay } from '#shared/domain/base/days.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { Lang } from '#shared/i18n/lang.ts';

type Params = Reason['params'];
export type CodeTexts = Readonly<Record<string, string | ((params: Params) => string)>>;

/** The text of a code the backend gave; the code itself when this version has no text for it. */
export function codeText(texts: CodeTexts, code: string, params: Params = {}): string {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  if (text === undefined) return code;
  return typeof text === 'string' ? text : text(params);
}

/** Parameters as people read them: days become `11/24(火)`. */
export const readable = (params: Params, lang: Lang): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? formatDay(value, lang) : value,
    ]),
  );
