import type { Reason } from '#shared/contract/base.ts';

type Params = Reason['params'];
export type CodeTexts = Readonly<Record<string, string | ((params: Params) => string)>>;

/** The text of a code the backend gave; the code itself when this version has no text for it. */
export function codeText(texts: CodeTexts, code: string, params: Params = {}): string {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  if (text === undefined) return code;
  return typeof text === 'string' ? text : text(params);
}
