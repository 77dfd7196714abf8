import type { Migration } from 'kysely/migration';
import * as foundation from './0010_foundation.ts';
import * as work from './0020_work.ts';
import * as leadStore from './0030_lead_store.ts';
import * as journey from './0040_journey.ts';
import * as sla from './0050_sla.ts';
import * as erasedKeys from './0060_erased_keys.ts';
import * as deadlines from './0070_deadlines.ts';
import * as colleagues from './0080_colleagues.ts';
import * as callLists from './0090_call_lists.ts';
import * as opportunities from './0100_opportunities.ts';
import * as typedBack from './0120_typed_back.ts';
import * as listCallers from './0130_list_callers.ts';
import * as listedOn from './0170_listed_on.ts';

/** Every migration in order. Numbered by tens so that a fix fits between; frozen once landed (a test holds their hashes). */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010_foundation': foundation,
  '0020_work': work,
  '0030_lead_store': leadStore,
  '0040_journey': journey,
  '0050_sla': sla,
  '0060_erased_keys': erasedKeys,
  '0070_deadlines': deadlines,
  '0080_colleagues': colleagues,
  '0090_call_lists': callLists,
  '0100_opportunities': opportunities,
  '0120_typed_back': typedBack,
  '0130_list_callers': listCallers,
  '0170_listed_on': listedOn,
};
