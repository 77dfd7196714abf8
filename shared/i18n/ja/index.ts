import { calls } from './calls.ts';
import { cli } from './cli.ts';
import { common } from './common.ts';
import { errorCodes } from './errorCodes.ts';
import { errors } from './errors.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { leads } from './leads.ts';
import { mail } from './mail.ts';
import { mailScreen } from './mailScreen.ts';
import { nav } from './nav.ts';
import { print } from './print.ts';

/** All Japanese texts, the source every other language follows. One file per domain. */
export const ja = {
  calls,
  cli,
  common,
  errorCodes,
  errors,
  history,
  imports,
  leads,
  mail,
  mailScreen,
  nav,
  print,
} as const;
