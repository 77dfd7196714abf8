import { alerts } from './alerts.ts';
import { calendar } from './calendar.ts';
import { callEntry } from './callEntry.ts';
import { calls } from './calls.ts';
import { callDay } from './callDay.ts';
import { callWork } from './callWork.ts';
import { callLists } from './callLists.ts';
import { callSheets } from './callSheets.ts';
import { callRules } from './callRules.ts';
import { callScripts } from './callScripts.ts';
import { cards } from './cards.ts';
import { cli } from './cli.ts';
import { common } from './common.ts';
import { companies } from './companies.ts';
import { duplicates } from './duplicates.ts';
import { errorCodes } from './errorCodes.ts';
import { errors } from './errors.ts';
import { exportGuides } from './exportGuides.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { insights } from './insights.ts';
import { journey } from './journey.ts';
import { leadList } from './leadList.ts';
import { leadPage } from './leadPage.ts';
import { leads } from './leads.ts';
import { mail } from './mail.ts';
import { mailScreen } from './mailScreen.ts';
import { nav } from './nav.ts';
import { opportunities } from './opportunities.ts';
import { print } from './print.ts';
import { printing } from './printing.ts';
import { reviews } from './reviews.ts';
import { scoring } from './scoring.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { sla } from './sla.ts';
import { start } from './start.ts';
import { team } from './team.ts';
import { today } from './today.ts';
import { touches } from './touches.ts';
import { triage } from './triage.ts';

/** All Japanese texts, the source every other language follows. One file per domain. */
export const ja = {
  alerts,
  calendar,
  callEntry,
  calls,
  callDay,
  callWork,
  callLists,
  callSheets,
  callRules,
  callScripts,
  cards,
  cli,
  common,
  companies,
  duplicates,
  errorCodes,
  errors,
  exportGuides,
  history,
  imports,
  insights,
  journey,
  leadList,
  leadPage,
  leads,
  mail,
  mailScreen,
  nav,
  opportunities,
  print,
  printing,
  reviews,
  scoring,
  settings,
  shell,
  sla,
  start,
  team,
  today,
  touches,
  triage,
} as const;
