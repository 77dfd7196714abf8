import type { FileRef } from '#shared/contract/base.ts';
import type { Answers, ForetoldRow, ImportPreview } from '#shared/contract/imports.ts';
import type { Defaults } from '#shared/domain/imports/defaults.ts';
import { fieldsOf } from '#shared/domain/imports/split.ts';

/** A file somebody gave, known to the backend by its reference. */
export type GivenFile = { readonly ref: FileRef; readonly name: string };
/** What was changed of the guesses. */
export type Reading = {
  readonly encoding?: NonNullable<ImportPreview['encoding']>['value'];
  readonly delimiter?: NonNullable<ImportPreview['delimiter']>['value'];
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly dateOrder?: 'mdy' | 'dmy';
  readonly columns?: Readonly<Record<string, string>>;
  readonly defaults?: Defaults;
};
export type About = Omit<ImportPreview['about'], 'reason'>;
/** What was changed of what is proposed about a file; `cardOwners` by the name on the cards. */
export type AboutChoice = Partial<About> & { readonly cardOwners?: Record<string, string | null> };
/** The figures an import is summed up in: `unchanged` apart from `filled`. */
export type OutcomeGroup = ForetoldRow['outcome'] | 'unchanged';
/** Everything a person chose about one file. */
export type FileChoices = {
  readonly reading: Reading;
  readonly about: AboutChoice;
  readonly answers: Answers;
  /** Rows that were asked and are answered, as they were shown. */
  readonly answered: readonly ForetoldRow[];
};
export const noChoices: FileChoices = { reading: {}, about: {}, answers: {}, answered: [] };

/** What an import is told of the choices. */
export const chosen = ({ reading, about, answers }: FileChoices) => ({ reading, about, answers });

/** One of the files at hand. `file` is null when the host refused it, with the reason. */
export type Work = {
  readonly id: number;
  readonly name: string;
  readonly file: GivenFile | null;
  readonly error: unknown;
  readonly choices: FileChoices;
};

/** The choices of one of several files: its own over what was said for all. */
export const sharedChoices = (choices: FileChoices, shared: AboutChoice): FileChoices => ({
  ...choices,
  about: {
    ...shared,
    ...choices.about,
    ...((shared.cardOwners ?? choices.about.cardOwners) && {
      cardOwners: { ...shared.cardOwners, ...choices.about.cardOwners },
    }),
  },
});

const naming = new Set<string>(['company', 'fullName', 'lastName', 'firstName', 'email']);

/** True when a column holds what a row can name somebody by; without one nothing can be imported. */
export const hasNames = (columns: ImportPreview['columns']): boolean =>
  columns.some(column => fieldsOf(column.field).some(field => naming.has(field)));
