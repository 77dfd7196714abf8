import { type CallScript, type CallScripts, type ScriptCode } from '#shared/domain/calls/scripts.ts';
import type { Catalogue } from './index.ts';

/** A script as it is used: the team's own words, or else the shipped ones of the language. */
export const scriptText = (own: CallScripts, code: ScriptCode, texts: Catalogue): CallScript =>
  own[code] ?? shippedScript(code, texts);

/** A script as it came. */
export function shippedScript(code: ScriptCode, texts: Catalogue): CallScript {
  const { opening, questions, objections, closing } = texts.callScripts.shipped[code];
  return { opening, questions: [...questions], objections: [...objections], closing };
}
