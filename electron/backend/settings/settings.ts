import { z } from 'zod';
import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { zLanguage } from '#shared/contract/base.ts';
import type { Preferences } from '#shared/contract/system.ts';
import { type Day, zDay } from '#shared/domain/base/days.ts';
import { zPrintLayout } from '#shared/domain/calls/print-layout.ts';
import { findSetting, putSetting } from './settings.repo.ts';

const zStored = z.object({
  language: zLanguage.nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  showAll: z.boolean().default(false),
  notifyCompany: z.boolean().default(true),
  printLayout: zPrintLayout.prefault({}),
});

/** What this laptop prefers; language null follows the system. */
export async function preferences(db: ReadDb): Promise<Preferences> {
  return (await findSetting(db, 'preferences', zStored)) ?? shippedPreferences();
}

/** What holds before anybody chose anything. */
export const shippedPreferences = (): Preferences => zStored.parse({});

export async function savePreferences(
  ctx: Context,
  patch: { [K in keyof Preferences]?: Preferences[K] | undefined },
): Promise<Preferences> {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const next = zStored.parse({ ...(await preferences(ctx.read)), ...given });
  await ctx.write(null, async tx => await putSetting(tx, 'preferences', next));
  return next;
}

/** A practice store (練習モード): its own data, a movable clock, an embedded mailbox. */
export const isPractice = async (db: ReadDb): Promise<boolean> =>
  (await findSetting(db, 'practice', z.boolean())) ?? false;

export const markPractice = async (tx: WriteTx): Promise<void> => await putSetting(tx, 'practice', true);

/** The last day whose daily work is done; null before the first tick. */
export const dailyWorkDoneOn = async (db: ReadDb): Promise<Day | null> =>
  await findSetting(db, 'dailyWorkDoneOn', zDay);

export const markDailyWorkDone = async (tx: WriteTx, on: Day): Promise<void> =>
  await putSetting(tx, 'dailyWorkDoneOn', on);

/** The last day on which mails were looked after; null before the first time. */
export const mailsTickedOn = async (db: ReadDb): Promise<Day | null> =>
  await findSetting(db, 'mailsTickedOn', zDay);

export const markMailsTicked = async (tx: WriteTx, on: Day): Promise<void> =>
  await putSetting(tx, 'mailsTickedOn', on);

/** The planned day whose weekly lists were last seen to; null before the first time. */
export const listsScheduledOn = async (db: ReadDb): Promise<Day | null> =>
  await findSetting(db, 'listsScheduledOn', zDay);

export const markListsScheduled = async (tx: WriteTx, on: Day): Promise<void> =>
  await putSetting(tx, 'listsScheduledOn', on);

/** The serial the last list was given; no other list gets it, even when that one was taken back. */
export const lastListSerial = async (db: ReadDb): Promise<number | null> =>
  await findSetting(db, 'lastListSerial', z.number());

export const markListSerial = async (tx: WriteTx, serial: number): Promise<void> =>
  await putSetting(tx, 'lastListSerial', serial);

/** Who was given somebody last, so that the turns go on behind them; null before the first time. */
export const lastAssigned = async (db: ReadDb): Promise<string | null> =>
  await findSetting(db, 'lastAssigned', z.string());

export const markAssigned = async (tx: WriteTx, memberUid: string): Promise<void> =>
  await putSetting(tx, 'lastAssigned', memberUid);
