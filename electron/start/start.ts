import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { catalogue } from '#shared/i18n/index.ts';
import { langOf } from '#shared/i18n/lang.ts';
import { buildIfStale } from './build.ts';
import { runBrowserHost, runElectron } from './launch.ts';
import { canFetch, electronProgram, FETCH_SECONDS, fetchRuntime } from './runtime.ts';

/*
 * `npm start`: builds what is stale, opens Electron where its runtime is there or can be fetched, and the same app in
 * the browser everywhere else. `--sample` opens practice mode with sample data.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const args = process.argv.slice(2);
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
const t = catalogue(langOf(locale.replace('_', '-'))).start;

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The Electron to start, fetched if need be; null with the reason said. */
async function electron(): Promise<string | null> {
  const present = electronProgram(root);
  if (!hasDisplay) console.log(t.noDisplay);
  else if (process.getuid?.() === 0) console.log(t.asRoot);
  else if (present) return present;
  else {
    if (await canFetch()) {
      console.log(t.fetching(FETCH_SECONDS));
      if (await fetchRuntime(root)) return electronProgram(root);
    }
    console.log(t.noRuntime);
  }
  return null;
}

async function main(): Promise<number> {
  if (!(await buildIfStale(root, () => console.log(t.building)))) {
    console.error(t.buildFailed);
    return 1;
  }
  const program = await electron();
  if (program) {
    const code = await runElectron(root, program, args, () => console.log(t.opened));
    if (code !== null) return code;
    console.log(t.electronFailed);
  }
  return await runBrowserHost(root, hasDisplay ? [...args, '--window'] : args, url => {
    console.log(t.address(url));
    console.log(t.stop);
  });
}

process.exitCode = await main();
