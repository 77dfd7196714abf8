import type { ReadDb } from '#electron/backend/db/access.ts';
import { listPeopleOf } from './people.repo.ts';

/** Everybody of these companies, in the trash or not: whose points and next action follow what a company is. */
export const peopleOf = async (db: ReadDb, companyIds: readonly number[]): Promise<number[]> =>
  await listPeopleOf(db, companyIds);
