import type {
  AnySchema,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
  Meta,
} from '@orpc/contract';
import { alerts } from './alerts.ts';
import { calendar } from './calendar.ts';
import { callLists, callRules, calls } from './calls.ts';
import { callScripts } from './call-scripts.ts';
import { duplicates } from './duplicates.ts';
import { companies } from './companies.ts';
import { handovers } from './handovers.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { baseline, insights } from './insights.ts';
import { journey } from './journey.ts';
import { jobs } from './jobs.ts';
import { leads } from './leads.ts';
import { mail, outbox, sequences, suppressions } from './mail.ts';
import { events, scoring } from './scoring.ts';
import { mappings } from './mappings.ts';
import { sla } from './sla.ts';
import { store } from './store.ts';
import { touches } from './touches.ts';
import { opportunities } from './opportunities.ts';
import { settings, system } from './system.ts';
import { assignment, members } from './team.ts';
import { today } from './today.ts';
import { views } from './views.ts';
import { triage } from './triage.ts';

/** Everything the backend can be asked, over any host: noun.verb. */
export const contract = {
  alerts,
  companies,
  imports,
  mappings,
  leads,
  duplicates,
  events,
  scoring,
  calendar,
  callLists,
  callScripts,
  callRules,
  calls,
  sequences,
  outbox,
  mail,
  suppressions,
  opportunities,
  handovers,
  baseline,
  insights,
  store,
  history,
  jobs,
  journey,
  members,
  assignment,
  settings,
  sla,
  system,
  touches,
  today,
  triage,
  views,
};
export type Contract = typeof contract;

/** What a use case gets: the input of a procedure after zod parsed it. */
export type InputOf<N extends keyof Contract, V extends keyof Contract[N]> =
  Contract[N][V] extends ContractProcedure<infer I, AnySchema, ErrorMap, Meta> ? InferSchemaOutput<I> : never;
/** What a use case returns, before zod checks it. */
export type OutputOf<N extends keyof Contract, V extends keyof Contract[N]> =
  Contract[N][V] extends ContractProcedure<AnySchema, infer O, ErrorMap, Meta> ? InferSchemaInput<O> : never;
