import type { CallListHead } from '#shared/contract/calls.ts';
import type { TestBackend } from './backend.ts';

/** Makes a list in a store where only one person calls, and returns it. */
export async function oneList(
  t: TestBackend,
  input: Parameters<TestBackend['client']['callLists']['generate']>[0] = {},
): Promise<CallListHead> {
  const { lists } = await t.client.callLists.generate(input);
  const [list, ...others] = lists;
  if (!list || others.length > 0) throw new Error(`${lists.length} lists instead of one`);
  return list;
}
