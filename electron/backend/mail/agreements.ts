import type { ReadDb } from '#electron/backend/db/access.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { isPractice } from '#electron/backend/settings/settings.ts';
import { activeVersion, type VersionKind, versionKeys } from '#electron/backend/settings/versions.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { defaultSequence } from '#shared/domain/mail/default-sequence.ts';
import { emptySender, practiceSender, type Sender, zSender } from '#shared/domain/mail/sender.ts';
import { type Sequence, zSequence } from '#shared/domain/mail/sequence.ts';

/** ステップメール: subject, texts and days of one sequence. */
export const sequenceKind: VersionKind<Sequence> = {
  kind: 'sequence',
  schema: zSequence,
  fallback: defaultSequence,
};
/** 差出人: who the mails come from. */
export const senderKind: VersionKind<Sender> = { kind: 'sender', schema: zSender, fallback: emptySender };

/** The sequence every store has, whether or not somebody changed it. */
const DEFAULT_SEQUENCE_KEY = 'thanks';

export async function sequenceKeys(db: ReadDb): Promise<string[]> {
  return [...new Set([DEFAULT_SEQUENCE_KEY, ...(await versionKeys(db, sequenceKind))])];
}

/** The sender in force; a practice store has an invented one, so that everything can be tried at once. */
export async function activeSender(db: ReadDb, on: Day): Promise<Sender> {
  const version = await activeVersion(db, senderKind, on);
  return version.n === 0 && (await isPractice(db)) ? practiceSender : version.data;
}

export const activeCalendar = async (db: ReadDb, on: Day): Promise<BusinessCalendar> =>
  (await activeVersion(db, calendar, on)).data;
