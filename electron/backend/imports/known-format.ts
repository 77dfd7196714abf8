import type { Day } from '#shared/domain/base/days.ts';
import type { SavedFormat } from '#shared/domain/imports/saved-format.ts';

/** A remembered kind of file with its key and the day it last came in. */
export interface KnownFormat extends SavedFormat {
  key: string;
  importedOn: Day;
}
