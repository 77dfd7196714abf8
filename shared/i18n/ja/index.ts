import { common } from './common.ts';
import { errors } from './errors.ts';
import { nav } from './nav.ts';
import { print } from './print.ts';

/** All Japanese texts, the source every other language follows. One file per domain. */
export const ja = { common, errors, nav, print } as const;
