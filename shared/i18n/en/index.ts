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

/** All English texts; their keys are those of the Japanese source. */
export const en = {
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
