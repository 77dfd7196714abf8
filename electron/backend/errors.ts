import type { ErrorCode, ErrorData } from '#shared/contract/errors.ts';

/**
 * A failure a person can act on: a stable code and its typed parameters, never a sentence.
 * `cause` keeps the original error for the log. Translated once at the edge from the catalogue.
 */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData<C>;

  constructor(code: C, data: ErrorData<C>, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}

export const isAppError = (error: unknown, code?: ErrorCode): error is AppError =>
  error instanceof AppError && (code === undefined || error.code === code);
