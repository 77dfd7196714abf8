import { z } from 'zod';
import { zCallScripts } from '#shared/domain/calls/scripts.ts';
import { procedure, zDone } from './base.ts';

export const callScripts = {
  /** The team's own scripts; null where the shipped one holds. Version 0: nobody changed anything yet. */
  get: procedure.input(z.object({})).output(z.object({ n: z.number().int(), scripts: zCallScripts })),
  /** Adds a version, in force from today on. */
  save: procedure.input(z.object({ scripts: zCallScripts })).output(zDone.extend({ n: z.number().int() })),
};
