import type { Translated } from '#shared/i18n/translated.ts';
import type { cli as source } from '#shared/i18n/ja/cli.ts';

export const cli: Translated<typeof source> = {
  usage: [
    'Usage:',
    '  dosen --help                                       the procedures there are',
    '  dosen <procedure> --help                           its input and output as JSON Schema',
    "  dosen --store FILE <procedure> ['<JSON>' | -]      the output as JSON on standard output (- reads standard input)",
    '',
    '  --store FILE    the store; made at first use if it is not there (store.open makes none)',
    '  --now INSTANT   act at this time (2026-11-20T16:00+09:00); no network but loopback',
    '  --out DIR       where files that are made go (made if missing, nothing is overwritten); default: the current folder',
    '  --member NAME   who acts, by name or uid; default: the first member',
    '  --lang ja|en    language of error messages',
    '',
    'Files go in as {"path": "…"}. Progress and errors go to standard error. Exit code: 0 done, 1 failed, 2 bad usage',
    '',
    'Procedures (? is optional, ~ reports progress until it ends):',
  ].join('\n'),
  noProcedure: 'No procedure given; --help lists them.',
  unknownProcedure: name => `There is no procedure "${name}"; --help lists them.`,
  noStore: 'Name the store with --store.',
  badJson: detail => `The input is not JSON (${detail}).`,
  badNow: given => `--now "${given}" is not a time; write it like 2026-11-20T16:00+09:00.`,
  badLang: given => `--lang is ja or en ("${given}").`,
  tooMany: 'Too many arguments; quote the JSON as one.',
  badOption: detail => `Unreadable arguments (${detail}).`,
};
