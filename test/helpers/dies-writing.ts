import type BetterSqlite3 from 'better-sqlite3';
import { createRouterClient } from '@orpc/server';
import { router } from '#electron/backend/rpc/router.ts';
import { testBackend } from './backend.ts';

/**
 * Hands somebody over in a process of its own and ends it, as a power cut does, at the n-th statement that writes. Arguments:
 * folder of the store, moment, member who acts, input as JSON, n.
 */
const [dir = '', now = '', member = '', input = '', nth = ''] = process.argv.slice(2);
const t = await testBackend({ dir, now });
const { writer } = t.backend.keeper.store.raw;
const statements = Object.getPrototypeOf(writer.prepare('select 1')) as BetterSqlite3.Statement<unknown[]>;
let written = 0;
for (const verb of ['run', 'all', 'get'] as const) {
  const plain: (...values: unknown[]) => unknown = statements[verb];
  Object.defineProperty(statements, verb, {
    value(this: BetterSqlite3.Statement<unknown[]>, ...values: unknown[]) {
      if (/^\s*(?:insert|update|delete)\b/i.test(this.source) && ++written === Number(nth))
        process.kill(process.pid, 'SIGKILL');
      return plain.apply(this, values);
    },
  });
}
const client = createRouterClient(router, { context: { backend: t.backend, member } });
await client.handovers.make(JSON.parse(input) as Parameters<typeof client.handovers.make>[0]);
await t.backend.stop();
