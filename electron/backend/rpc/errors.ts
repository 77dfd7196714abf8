import { ORPCError, ValidationError } from '@orpc/server';
import { AppError, isAppError } from '#electron/backend/errors.ts';
import type { Log } from '#electron/backend/log.ts';

/**
 * The one place where a throw becomes a contract error: ours keep code and data, bad input becomes INVALID_INPUT,
 * and anything else becomes INTERNAL with an incident id that stands in the log beside the real cause.
 */
export function toContractError(error: unknown, log: Log, newId: () => string): Error {
  const ours = asAppError(error);
  if (ours)
    return new ORPCError(ours.code, { data: ours.data, message: ours.code, status: 400, cause: error });
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR' && error.code !== 'BAD_REQUEST')
    return error;
  const incident = newId();
  const cause = error instanceof ORPCError ? error.cause : error;
  log.error('call.failed', { incident, cause: describe(cause) });
  return new ORPCError('INTERNAL', { data: { incident }, message: 'INTERNAL', status: 500, cause: error });
}

function asAppError(error: unknown): AppError | undefined {
  if (isAppError(error)) return error;
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  if (!(error.cause instanceof ValidationError)) return undefined;
  const issues = error.cause.issues.map(issue => ({
    path: (issue.path ?? []).map(part => String(typeof part === 'object' ? part.key : part)).join('.'),
    message: issue.message,
  }));
  return new AppError('INVALID_INPUT', { issues });
}

/** Class, message and stack: messages of SQLite and Node name columns and codes, not people. */
const describe = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : typeof cause;
