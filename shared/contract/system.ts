import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';
import { zPrintLayout } from '#shared/domain/calls/print-layout.ts';
import { procedure, zLanguage, zReason } from './base.ts';

export const zRole = z.enum(['manager', 'marketing', 'inside', 'field']);
export const zMember = z.object({
  uid: z.string(),
  name: z.string(),
  roles: z.array(zRole),
  active: z.boolean(),
});
export type Member = z.output<typeof zMember>;

const zPreferences = z.object({
  language: zLanguage.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  showAll: z.boolean(),
  /** Notifications of the system name the company; a person's name, number or address they never show. */
  notifyCompany: z.boolean(),
  /** How call lists were printed last. */
  printLayout: zPrintLayout,
});
export type Preferences = z.output<typeof zPreferences>;

const zStatus = z.object({
  appVersion: z.string(),
  now: zInstant,
  today: zDay,
  /** The open store, or why none is open. */
  store: z
    .object({
      name: z.string(),
      path: z.string(),
      practice: z.boolean(),
      readOnly: z.boolean(),
      leads: z.number().int(),
    })
    .nullable(),
  storeProblem: zReason.nullable(),
  /** Where the team's own store is looked for: what the way out of a problem acts on. */
  ownPath: z.string(),
  member: zMember.nullable(),
  /** Secrets are sealed by the system's keychain, or by a key file with weak protection. */
  secrets: z.enum(['keychain', 'keyFile']),
  preferences: zPreferences,
});
export type SystemStatus = z.output<typeof zStatus>;

export const system = {
  status: procedure.input(z.object({})).output(zStatus),
  /** Names of the domains each commit changed. Nothing polls. */
  changes: procedure
    .input(z.object({}))
    .output(eventIterator(z.object({ domains: z.array(z.string()), now: zInstant }))),
  /** Moves the clock of a practice store; refused in a real one. */
  setClock: procedure
    .input(z.object({ now: z.iso.datetime({ offset: true }).nullable() }))
    .output(z.object({ now: zInstant })),
};

export const settings = {
  savePreferences: procedure.input(zPreferences.partial()).output(zPreferences),
};
