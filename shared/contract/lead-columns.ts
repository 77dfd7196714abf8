import { z } from 'zod';

/** What a list can show, in the order the chooser offers it. */
export const LIST_COLUMNS = [
  'rank',
  'company',
  'name',
  'kana',
  'department',
  'title',
  'phone',
  'email',
  'nextKind',
  'next',
  'touched',
  'owner',
  'acquired',
  'channel',
  'event',
  'prefecture',
  'companyKind',
  'tags',
  'doNotCall',
  'cools',
  'reasons',
  'trashed',
] as const;
export const zListColumn = z.enum(LIST_COLUMNS);
export type ListColumn = z.output<typeof zListColumn>;

/** What a file can hold: the list's columns and what only the page of a lead shows. */
export const zExportColumn = z.enum([
  ...LIST_COLUMNS,
  'branch',
  'postalCode',
  'address',
  'url',
  'memo',
  'consentBasis',
]);
export type ExportColumn = z.output<typeof zExportColumn>;
