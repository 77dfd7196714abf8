import type { Catalogue } from './index.ts';
import { errorCodes } from './ja/errorCodes.ts';

export type ErrorText = {
  readonly what: string;
  readonly data: string;
  readonly next: string;
  readonly code?: string;
  readonly incident?: string;
};

type Part = string | ((data: unknown) => string);
type Parts = { readonly what: Part; readonly data: Part; readonly next: Part };

const isKnown = (code: string): code is keyof typeof errorCodes => Object.hasOwn(errorCodes, code);
const incidentOf = (data: unknown): { incident: string } | undefined =>
  typeof data === 'object' && data !== null && 'incident' in data && typeof data.incident === 'string'
    ? { incident: data.incident }
    : undefined;

/** The three parts of an error text from a code and its data, as the contract carries them. */
export function textOfCode(t: Catalogue, code: string, data: unknown): ErrorText {
  if (!isKnown(code)) return { ...t.errors.unexpected, code };
  const parts = t.errorCodes[code] as Parts;
  const say = (part: Part): string => (typeof part === 'string' ? part : part(data));
  return { what: say(parts.what), data: say(parts.data), next: say(parts.next), code, ...incidentOf(data) };
}
