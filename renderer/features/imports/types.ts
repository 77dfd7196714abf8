import type { FileRef } from '#shared/contract/base.ts';
import type { Answers, ForetoldRow, ImportPreview } from '#shared/contract/imports.ts';

/** A file somebody gave, known to the backend by its reference. */
export type GivenFile = { readonly ref: FileRef; readonly name: string };
/** What was changed of the guesses. */
export type Reading = {
  readonly encoding?: NonNullable<ImportPreview['encoding']>['value'];
  readonly delimiter?: NonNullable<ImportPreview['delimiter']>['value'];
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly columns?: Readonly<Record<string, string>>;
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
