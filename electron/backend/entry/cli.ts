import { text } from 'node:stream/consumers';
import process from 'node:process';
import { ORPCError } from '@orpc/server';
import { isAppError } from '#electron/backend/errors.ts';
import { errorMessage } from '#electron/backend/host/error-message.ts';
import { procedures, describe, summary } from '#electron/backend/host/cli/procedures.ts';
import { needsStore, run } from '#electron/backend/host/cli/run.ts';
import { type Command, readCommand, UsageError } from '#electron/backend/host/cli/usage.ts';
import { jsonLog } from '#electron/backend/log.ts';
import { catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';

/*
 * The command line: any procedure of the contract, as JSON.
 * node electron/backend/entry/cli.ts [--store FILE] [--now INSTANT] [--out DIR] [--member NAME] <procedure> ['<JSON>']
 */

const FAILED = 1;
const BAD_USAGE = 2;

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const err = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(args: readonly string[]): Promise<number> {
  let lang: Lang = 'ja';
  try {
    const command = readCommand(args);
    lang = command.lang;
    await obey(command);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      err(error.message);
      return BAD_USAGE;
    }
    err(JSON.stringify({ error: failure(error, lang) }));
    return FAILED;
  }
}

async function obey(command: Command): Promise<void> {
  const t = catalogue(command.lang).cli;
  const all = procedures();
  const { procedure: name } = command;
  if (name === undefined) {
    if (!command.help) throw new UsageError(t.noProcedure);
    out([t.usage, ...[...all].map(([each, procedure]) => `  ${summary(each, procedure)}`)].join('\n'));
    return;
  }
  const procedure = all.get(name);
  if (!procedure) throw new UsageError(t.unknownProcedure(name));
  if (command.help) {
    const { input, output } = describe(procedure);
    out(JSON.stringify({ input, output }, null, 2));
    return;
  }
  if (command.store === undefined && needsStore(name)) throw new UsageError(t.noStore);
  const input = await readInput(command);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  const log = jsonLog(line => void process.stderr.write(line));
  const places = { base: callersFolder(), log, console: { out, err }, signal: stop.signal };
  await run(command, { name, procedure, input }, places);
}

async function readInput({ json, lang }: Command): Promise<unknown> {
  const given = json === '-' ? await text(process.stdin) : json;
  if (given === undefined || given.trim() === '') return {};
  try {
    return JSON.parse(given);
  } catch (error) {
    throw new UsageError(catalogue(lang).cli.badJson(error instanceof Error ? error.message : ''));
  }
}

/** `npm run` changes to the package's folder; paths mean the folder the person is in. */
function callersFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: cwd } = process.env;
  return script === 'dosen' && cwd ? cwd : process.cwd();
}

function failure(error: unknown, lang: Lang): { code: string; message: string; data: unknown } {
  const known = error instanceof ORPCError || isAppError(error);
  const code = known ? String(error.code) : 'INTERNAL';
  const data: unknown = known ? error.data : { incident: '' };
  if (!known) err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return { code, message: errorMessage(lang, code, data), data };
}

// The exit code is set, not forced: what was written to a pipe is still on its way.
process.exitCode = await main(process.argv.slice(2));
