import { openStore } from '#electron/backend/db/open.ts';
import { instant } from '#shared/domain/base/days.ts';

/** A process that owns a store until it is killed. Says `open` when it does. */
const [path = ''] = process.argv.slice(2);
await openStore({ path, now: instant('2026-11-22T00:00:00Z'), create: true });
process.stdout.write('open\n');
setInterval(() => undefined, 1000);
