import { common } from './common.ts';
import { errors } from './errors.ts';
import { nav } from './nav.ts';
import { print } from './print.ts';

/** All English texts; their keys are those of the Japanese source. */
export const en = { common, errors, nav, print } as const;
