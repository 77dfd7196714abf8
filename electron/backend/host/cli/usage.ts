import { parseArgs } from 'node:util';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import { langs } from '#shared/i18n/lang.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { type Instant, instant } from '#shared/domain/base/days.ts';

/** The command was written wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Command {
  readonly help: boolean;
  readonly lang: Lang;
  readonly procedure: string | undefined;
  /** JSON text, `-` for standard input, undefined for none. */
  readonly json: string | undefined;
  readonly store: string | undefined;
  readonly now: Instant | undefined;
  readonly out: string | undefined;
  readonly member: string | undefined;
}

/** Reads the arguments. Throws UsageError in the language asked for. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  const lang = readLang(values.lang);
  const t = catalogue(lang).cli;
  const [procedure, json, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(t.tooMany);
  return {
    help: values.help,
    lang,
    procedure,
    json,
    store: values.store,
    now: values.now === undefined ? undefined : readNow(values.now, t),
    out: values.out,
    member: values.member,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        store: { type: 'string' },
        now: { type: 'string' },
        out: { type: 'string' },
        member: { type: 'string' },
        lang: { type: 'string', default: 'ja' },
      },
    });
  } catch (error) {
    const at = args.indexOf('--lang');
    const lang = args[at + 1] === 'en' && at >= 0 ? 'en' : 'ja';
    throw new UsageError(catalogue(lang).cli.badOption(error instanceof Error ? error.message : ''));
  }
}

function readLang(given: string): Lang {
  const lang = langs.find(known => known === given);
  if (!lang) throw new UsageError(catalogue('ja').cli.badLang(given));
  return lang;
}

function readNow(given: string, t: Catalogue['cli']): Instant {
  try {
    return instant(given);
  } catch {
    throw new UsageError(t.badNow(given));
  }
}
