import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { listNumber } from '#shared/domain/calls/list-number.ts';
import { listRowsOfLeads, updateSnapshots } from './calls.repo.ts';
import { type Snapshot, zSnapshot } from './snapshot.ts';

/** Empties the rows these leads have on call lists; the rows stay, so that lists keep their lines. */
export async function forgetListRows(tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  const rows = await listRowsOfLeads(tx.read, leadIds);
  await updateSnapshots(
    tx,
    rows.map(row => ({
      id: row.id,
      lead_id: null,
      snapshot: JSON.stringify(withoutPerson(zSnapshot.parse(JSON.parse(row.snapshot)))),
    })),
  );
}

/** Numbers of the printed lists these leads stand on: paper that the app cannot take back. */
export async function printedListsOf(
  tx: Pick<WriteTx, 'read'>,
  leadIds: readonly number[],
): Promise<string[]> {
  const rows = await listRowsOfLeads(tx.read, leadIds);
  const serials = rows.flatMap(row => (row.printedAt === null ? [] : [row.serial]));
  return [...new Set(serials)].toSorted((a, b) => a - b).map(listNumber);
}

const withoutPerson = (shown: Snapshot): Snapshot => ({
  ...shown,
  companyName: '',
  department: '',
  title: '',
  name: '',
  kana: '',
  phone: { text: '', tel: null, extension: null },
  phone2: null,
  lastCall: shown.lastCall && { ...shown.lastCall, note: '' },
});
