import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { LATE } from '#shared/domain/journey/map.ts';
import { zBand, zChannel, zCompanyKind, zUid } from './base.ts';
import { zEdge, zStop } from './journey.ts';
import { zListColumn } from './lead-columns.ts';

/** One value, or any of several. */
const some = <T extends z.ZodType>(of: T) => z.union([of, z.array(of).max(500)]);

/** Questions asked so often that they have a name; their days move with the calendar. */
export const zLeadView = z.enum([
  'all',
  'thisWeek',
  'hotUntouched',
  'noNext',
  'neglected',
  'duplicates',
  'noPhone',
  'appointment',
]);

/** A stop of the journey, everybody on the map, or whoever moved on by what they did. */
const zReached = z.union([zStop, z.enum(['start', 'behaviour'])]);

/** Which leads are meant: the list, bulk actions, exports and saved views all ask with this. Parts are joined by "and". */
export const zLeadFilter = z.object({
  /** Words that all occur, in any spelling: 会社 氏名 カナ 電話 メール メモ 部署 役職 住所 タグ. */
  search: z.string().max(200).default(''),
  view: zLeadView.default('all'),
  band: some(zBand).optional(),
  /** Uid of a member, or `none` for leads nobody has. */
  owner: some(zUid).optional(),
  channel: some(zChannel).optional(),
  event: some(z.string().max(200)).optional(),
  tag: some(z.string().max(200)).optional(),
  prefecture: some(z.string().max(20)).optional(),
  /** At least this rank: 1 is the highest of eight. */
  titleRank: z.number().int().min(1).max(8).optional(),
  departmentFunction: some(z.string().max(40)).optional(),
  companyKind: some(zCompanyKind).optional(),
  companyUid: zUid.optional(),
  importUid: zUid.optional(),
  hasEmail: z.boolean().optional(),
  hasPhone: z.boolean().optional(),
  doNotCall: z.boolean().optional(),
  acquiredFrom: zDay.optional(),
  acquiredTo: zDay.optional(),
  /** The next action is due on or before this day. */
  dueTo: zDay.optional(),
  nextKind: some(z.string().max(40)).optional(),
  /** Where the lead stands on its journey now. */
  stop: some(zStop).optional(),
  /** On the journey map: was ever at this stop, went this edge, showed some behaviour, or is on the map at all. */
  reached: zReached.optional(),
  edge: zEdge.optional(),
  /** What was promised about the lead is late at that moment. */
  late: z.object({ what: z.enum(LATE), at: zInstant }).optional(),
  /** Nobody was in touch for that many days or more. */
  quietDays: z.number().int().min(1).max(3650).optional(),
  /** Only the trash, instead of everybody outside it. */
  trash: z.boolean().default(false),
});
export type LeadFilter = z.output<typeof zLeadFilter>;

/** What a list can be sorted by: every column with one value per person. Nothing known stands last in either direction. */
export const zLeadSort = zListColumn.exclude(['kana', 'companyKind', 'tags', 'doNotCall', 'reasons']);
export type LeadSort = z.output<typeof zLeadSort>;
export const zDirection = z.enum(['asc', 'desc']);
export type Direction = z.output<typeof zDirection>;

/** The direction people expect first: the best rank, the newest day. */
export const naturalDirection = (sort: LeadSort): Direction =>
  ['rank', 'acquired', 'touched', 'trashed'].includes(sort) ? 'desc' : 'asc';
