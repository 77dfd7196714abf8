import { callLists, calls } from './calls.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { baseline, insights } from './insights.ts';
import { jobs } from './jobs.ts';
import { leads } from './leads.ts';
import { mail, outbox, sequences, suppressions } from './mail.ts';
import { events, scoring } from './scoring.ts';
import { store } from './store.ts';
import { members, settings, system } from './system.ts';

/** Everything the backend can be asked, over any host: noun.verb. */
export const contract = {
  imports,
  leads,
  events,
  scoring,
  callLists,
  calls,
  sequences,
  outbox,
  mail,
  suppressions,
  baseline,
  insights,
  store,
  history,
  jobs,
  members,
  settings,
  system,
};
export type Contract = typeof contract;
