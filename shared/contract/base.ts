import { type ContractBuilder, type Meta, oc, type Schema } from '@orpc/contract';
import { z } from 'zod';
import { type ErrorCode, errorData } from './errors.ts';

/** Named, so that the declarations of a procedure stay short. */
export type DeclaredErrors = { readonly [C in ErrorCode]: { data: (typeof errorData)[C] } };

const declared = Object.fromEntries(
  Object.entries(errorData).map(([code, data]) => [code, { data }]),
) as unknown as DeclaredErrors;

/** Every procedure starts here: the same error codes everywhere, each with its data schema. */
export const procedure: ContractBuilder<
  Schema<unknown, unknown>,
  Schema<unknown, unknown>,
  DeclaredErrors,
  Meta
> = oc.errors(declared);

export const zUid = z.string().min(1).max(64);

/** A code and its parameters; the catalogue turns it into a sentence. */
export const zReason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Reason = z.output<typeof zReason>;

/**
 * A file on its way in. `ref` was given out by the host (upload, drop, dialog) and dies with the session;
 * `path` is taken by the command line only.
 */
export const zFileRef = z.union([z.object({ ref: z.string() }), z.object({ path: z.string() })]);
export type FileRef = z.output<typeof zFileRef>;

/** A file on its way out: the browser fetches `ref`, Electron saves it by dialog, the command line wrote `path`. */
export const zFileOut = z.object({
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  ref: z.string().nullable(),
  path: z.string().nullable(),
});
export type FileOut = z.output<typeof zFileOut>;

/** Encodings a CSV file is written in; Shift_JIS as Windows writes it. */
export const zCsvEncoding = z.enum(['utf-8', 'shift_jis']);
/** A character Shift_JIS does not have; 〓 stands in its place. `line`: of the row in its source, or its number. */
const zLostCharacter = z.object({
  line: z.number().int(),
  column: z.string(),
  character: z.string(),
});
/** A file of rows on its way out, with what it could not hold: how many characters, and the first thousand of them. */
export const zRowsFile = zFileOut.extend({
  rows: z.number().int(),
  lostCount: z.number().int(),
  lost: z.array(zLostCharacter),
});
export type RowsFile = z.output<typeof zRowsFile>;

export const zBand = z.enum(['hot', 'mid', 'low']);
export type Band = z.output<typeof zBand>;
export const zChannel = z.enum(['inbound', 'event', 'outbound', 'referral', 'other']);
export type Channel = z.output<typeof zChannel>;
/** この名簿の入手方法 */
export const zConsentBasis = z.enum(['card', 'organiser', 'enquiry', 'relationship', 'unknown']);
export type ConsentBasis = z.output<typeof zConsentBasis>;
/** 会社区分 */
export const zCompanyKind = z.enum(['prospect', 'customer', 'partner', 'supplier', 'competitor', 'own']);
export const zLanguage = z.enum(['ja', 'en']);

/** Says which operation a write became, so that the caller can offer 元に戻す. */
export const zDone = z.object({ operationUid: z.string() });
