import { ORPCError } from '@orpc/client';
import { type ErrorText, textOfCode } from '#shared/i18n/error-text.ts';
import type { Catalogue } from '#shared/i18n/index.ts';

/** What to say about anything a call threw: a code of the contract, or a lost connection. */
export function textOfError(t: Catalogue, error: unknown): ErrorText {
  return error instanceof ORPCError ? textOfCode(t, error.code, error.data) : t.errors.disconnected;
}

/** What was asked for is not there, or not any more. */
export const isGone = (error: unknown): boolean => error instanceof ORPCError && error.code === 'NOT_FOUND';
