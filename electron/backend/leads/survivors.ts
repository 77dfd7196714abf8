import type { ReadDb } from '#electron/backend/db/access.ts';
import { findSurvivors } from './cards.repo.ts';

/** Where each of these leads is now: itself, or the person it was merged into, over any number of merges. */
export const survivorsOf = async (db: ReadDb, ids: readonly number[]): Promise<Map<number, number>> =>
  await findSurvivors(db, ids);
