import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import {
  listChangesAbout,
  listNaming,
  listOperationData,
  removeChanges,
  removeChangesOf,
  setOperationData,
} from './history.repo.ts';

export interface Forgotten {
  leadIds: readonly number[];
  /** Uids of every row that is or was theirs. */
  uids: readonly string[];
  /** Names, addresses and numbers, as they may stand in the words of an operation. */
  texts: readonly string[];
}

/** Takes people out of the history: no undo can bring back a field of theirs, and no operation names them. */
export async function forgetChanges(tx: WriteTx, forgotten: Forgotten): Promise<void> {
  await removeChangesOf(tx, forgotten.uids);
  // Rows of theirs that an earlier edit removed are known only by the lead they belonged to.
  await removeChanges(tx, await listChangesAbout(tx, forgotten.leadIds));
  for (const { id, data } of await listOperationData(tx.read, await listNaming(tx, forgotten.texts)))
    await setOperationData(tx, id, withoutTexts(data, forgotten.texts));
}

/** The same parameters without those that hold one of the texts. */
function withoutTexts(data: string, texts: readonly string[]): string {
  const entries = Object.entries(JSON.parse(data) as Record<string, unknown>);
  const holds = (value: unknown): boolean => {
    const shown = JSON.stringify(value);
    return texts.some(text => shown.includes(text));
  };
  return JSON.stringify(Object.fromEntries(entries.filter(([, value]) => !holds(value))));
}
