import { listAlerts, markSeen, markTold } from '#electron/backend/alerts/alerts.ts';
import {
  getCalendar,
  importHolidays,
  previewCalendar,
  readPasted,
  saveCalendar,
} from '#electron/backend/calendar/calendar.ts';
import { getListSettings, planLists, saveListSettings } from '#electron/backend/calls/list-settings.ts';
import { entryList, finishList, listsStillOut } from '#electron/backend/calls/entry.ts';
import { typeBack } from '#electron/backend/calls/type-back.ts';
import { generateLists } from '#electron/backend/calls/generate.ts';
import { getList, listLists, weekLists } from '#electron/backend/calls/lists.ts';
import { listHtml, printLists } from '#electron/backend/calls/print.ts';
import { getScripts, saveScripts } from '#electron/backend/calls/scripts.ts';
import { recordCall } from '#electron/backend/calls/record.ts';
import { callCalendarFile } from '#electron/backend/calls/calendar-file.ts';
import { callDay } from '#electron/backend/calls/day.ts';
import { callTouches } from '#electron/backend/calls/touches.ts';
import { callQueue } from '#electron/backend/calls/workspace.ts';
import { previewSheet, recordSheet } from '#electron/backend/calls/record-sheet.ts';
import { listSheet } from '#electron/backend/calls/sheet.ts';
import { getCallRules, saveCallRules } from '#electron/backend/calls/rules.ts';
import { answerPairs, countPairs, listPairs } from '#electron/backend/duplicates/duplicates.ts';
import { mergeLeads, mergeMany } from '#electron/backend/duplicates/merge.ts';
import { scan } from '#electron/backend/duplicates/scan.ts';
import { findCompanies, getCompany, updateCompany } from '#electron/backend/companies/companies.ts';
import { applyKinds, previewKinds } from '#electron/backend/companies/kinds.ts';
import { recordEvent } from '#electron/backend/events/record.ts';
import { recordTouch } from '#electron/backend/events/touch.ts';
import { listHistory, undo } from '#electron/backend/history/history.ts';
import { listImports, undoImport } from '#electron/backend/imports/imports.ts';
import { listMappings, removeMapping, saveMapping } from '#electron/backend/imports/mappings.ts';
import { foretellImport, previewImport } from '#electron/backend/imports/preview.ts';
import { fixRows } from '#electron/backend/imports/fix-rows.ts';
import { rowsFile } from '#electron/backend/imports/rows-file.ts';
import { importRows } from '#electron/backend/imports/rows.ts';
import { leadSources } from '#electron/backend/imports/sources.ts';
import { runImport } from '#electron/backend/imports/run.ts';
import { runImports } from '#electron/backend/imports/run-many.ts';
import { beforeAfter, getBaseline, saveBaseline } from '#electron/backend/insights/insights.ts';
import { journeyMap } from '#electron/backend/journey/map.ts';
import { setNext } from '#electron/backend/journey/set-next.ts';
import { checkCards, createLead, createLeads } from '#electron/backend/leads/create.ts';
import { previewBulk, runBulk } from '#electron/backend/leads/bulk.ts';
import { exportLeads } from '#electron/backend/leads/export.ts';
import { leadFacets } from '#electron/backend/leads/facets.ts';
import { eraseLead } from '#electron/backend/leads/erase.ts';
import { getLead, listLeads } from '#electron/backend/leads/leads.ts';
import { listTrashed, restoreLeads, trashLeads } from '#electron/backend/leads/trash.ts';
import { updateLead } from '#electron/backend/leads/update.ts';
import { listViews, removeView, saveView } from '#electron/backend/leads/views.ts';
import { explainLead } from '#electron/backend/scoring/explain.ts';
import { asOf } from '#electron/backend/scoring/as-of.ts';
import { topReasonsOf } from '#electron/backend/scoring/reasons.ts';
import { saveRules } from '#electron/backend/scoring/save-rules.ts';
import { getRules, listRules, recompute } from '#electron/backend/scoring/scoring.ts';
import { simulate } from '#electron/backend/scoring/simulate.ts';
import { printStatement, statementHtml } from '#electron/backend/scoring/statement.ts';
import {
  getAccount,
  getSender,
  saveAccount,
  saveSender,
  testAccount,
} from '#electron/backend/mail/accounts.ts';
import { listOutbox } from '#electron/backend/mail/outbox.ts';
import { practiceInbox } from '#electron/backend/mail/practice.ts';
import { enroll, listSequences, waitingFor } from '#electron/backend/mail/sequences.ts';
import { addSuppression, listSuppressions } from '#electron/backend/mail/suppressions.ts';
import { tickMail } from '#electron/backend/mail/tick.ts';
import { listMembers, saveMember } from '#electron/backend/settings/members.ts';
import { savePreferences } from '#electron/backend/settings/settings.ts';
import { slaAttainment } from '#electron/backend/sla/attainment.ts';
import { listClocks, setCause, snoozeClock } from '#electron/backend/sla/clocks.ts';
import { getSla, printSla, saveSla, slaSheet } from '#electron/backend/sla/sheet.ts';
import { backup, restore } from '#electron/backend/store/copies.ts';
import { exportAll } from '#electron/backend/store/export.ts';
import { createStore, openOther } from '#electron/backend/store/store.ts';
import { verify } from '#electron/backend/store/verify.ts';
import { cancelJob, listJobs, watchJob } from '#electron/backend/system/jobs.ts';
import { assignLeads, previewAssign } from '#electron/backend/team/assign.ts';
import { getAssignment, saveAssignment } from '#electron/backend/team/assignment.ts';
import { cancelHandOver, getHoldings, handOver } from '#electron/backend/team/hand-over.ts';
import { changes, setClock, status } from '#electron/backend/system/status.ts';
import { todayComing, todayQueue, todayTeam } from '#electron/backend/today/today.ts';
import { listBatches, triageQueue } from '#electron/backend/triage/queue.ts';
import { recordTriage } from '#electron/backend/triage/record.ts';
import { answerHandover } from '#electron/backend/opportunities/answer.ts';
import { getHandover, handoverHtml, printHandover } from '#electron/backend/opportunities/card.ts';
import {
  createOpportunity,
  moveOpportunity,
  setTask,
  updateOpportunity,
} from '#electron/backend/opportunities/change.ts';
import { getCriteria, saveCriteria } from '#electron/backend/opportunities/criteria.ts';
import { exportOpportunities } from '#electron/backend/opportunities/export.ts';
import { makeHandover } from '#electron/backend/opportunities/hand-over.ts';
import {
  dealBoard,
  dealOfLead,
  getOpportunity,
  listOpportunities,
} from '#electron/backend/opportunities/list.ts';
import { handoverReturns } from '#electron/backend/opportunities/returns.ts';
import { setStep } from '#electron/backend/opportunities/steps.ts';
import { call, os } from './base.ts';

/** One line per procedure, no logic. */
export const router = os.router({
  alerts: {
    list: os.alerts.list.handler(call(listAlerts)),
    seen: os.alerts.seen.handler(call(markSeen)),
    told: os.alerts.told.handler(call(markTold)),
  },
  imports: {
    preview: os.imports.preview.handler(call(previewImport)),
    plan: os.imports.plan.handler(call(foretellImport)),
    run: os.imports.run.handler(call(runImport)),
    runMany: os.imports.runMany.handler(call(runImports)),
    list: os.imports.list.handler(call(listImports)),
    rows: os.imports.rows.handler(call(importRows)),
    fixRows: os.imports.fixRows.handler(call(fixRows)),
    rowsFile: os.imports.rowsFile.handler(call(rowsFile)),
    undo: os.imports.undo.handler(call(undoImport)),
  },
  mappings: {
    list: os.mappings.list.handler(call(listMappings)),
    save: os.mappings.save.handler(call(saveMapping)),
    remove: os.mappings.remove.handler(call(removeMapping)),
  },
  leads: {
    list: os.leads.list.handler(call(listLeads)),
    assignPreview: os.leads.assignPreview.handler(call(previewAssign)),
    assign: os.leads.assign.handler(call(assignLeads)),
    bulkPreview: os.leads.bulkPreview.handler(call(previewBulk)),
    bulk: os.leads.bulk.handler(call(runBulk)),
    export: os.leads.export.handler(call(exportLeads)),
    facets: os.leads.facets.handler(call(leadFacets)),
    get: os.leads.get.handler(call(getLead)),
    explain: os.leads.explain.handler(call(explainLead)),
    create: os.leads.create.handler(call(createLead)),
    check: os.leads.check.handler(call(checkCards)),
    createMany: os.leads.createMany.handler(call(createLeads)),
    update: os.leads.update.handler(call(updateLead)),
    sources: os.leads.sources.handler(call(leadSources)),
    merge: os.leads.merge.handler(call(mergeLeads)),
    trash: os.leads.trash.handler(call(trashLeads)),
    restore: os.leads.restore.handler(call(restoreLeads)),
    trashed: os.leads.trashed.handler(call(listTrashed)),
    erase: os.leads.erase.handler(call(eraseLead)),
  },
  duplicates: {
    list: os.duplicates.list.handler(call(listPairs)),
    count: os.duplicates.count.handler(call(countPairs)),
    answer: os.duplicates.answer.handler(call(answerPairs)),
    mergeMany: os.duplicates.mergeMany.handler(call(mergeMany)),
    scan: os.duplicates.scan.handler(call(scan)),
  },
  companies: {
    list: os.companies.list.handler(call(findCompanies)),
    get: os.companies.get.handler(call(getCompany)),
    update: os.companies.update.handler(call(updateCompany)),
    previewKinds: os.companies.previewKinds.handler(call(previewKinds)),
    applyKinds: os.companies.applyKinds.handler(call(applyKinds)),
  },
  calendar: {
    get: os.calendar.get.handler(call(getCalendar)),
    preview: os.calendar.preview.handler(call(previewCalendar)),
    save: os.calendar.save.handler(call(saveCalendar)),
    paste: os.calendar.paste.handler(call(readPasted)),
    importHolidays: os.calendar.importHolidays.handler(call(importHolidays)),
  },
  callLists: {
    generate: os.callLists.generate.handler(call(generateLists)),
    plan: os.callLists.plan.handler(call(planLists)),
    getSettings: os.callLists.getSettings.handler(call(getListSettings)),
    saveSettings: os.callLists.saveSettings.handler(call(saveListSettings)),
    list: os.callLists.list.handler(call(listLists)),
    week: os.callLists.week.handler(call(weekLists)),
    get: os.callLists.get.handler(call(getList)),
    html: os.callLists.html.handler(call(listHtml)),
    print: os.callLists.print.handler(call(printLists)),
    sheet: os.callLists.sheet.handler(call(listSheet)),
    entry: os.callLists.entry.handler(call(entryList)),
    out: os.callLists.out.handler(call(listsStillOut)),
    finish: os.callLists.finish.handler(call(finishList)),
  },
  callRules: {
    get: os.callRules.get.handler(call(getCallRules)),
    save: os.callRules.save.handler(call(saveCallRules)),
  },
  callScripts: {
    get: os.callScripts.get.handler(call(getScripts)),
    save: os.callScripts.save.handler(call(saveScripts)),
  },
  calls: {
    calendarFile: os.calls.calendarFile.handler(call(callCalendarFile)),
    day: os.calls.day.handler(call(callDay)),
    touches: os.calls.touches.handler(call(callTouches)),
    queue: os.calls.queue.handler(call(callQueue)),
    record: os.calls.record.handler(call(recordCall)),
    typeBack: os.calls.typeBack.handler(call(typeBack)),
    previewSheet: os.calls.previewSheet.handler(call(previewSheet)),
    recordSheet: os.calls.recordSheet.handler(call(recordSheet)),
  },
  events: {
    record: os.events.record.handler(call(recordEvent)),
  },
  scoring: {
    getRules: os.scoring.getRules.handler(call(getRules)),
    versions: os.scoring.versions.handler(call(listRules)),
    saveRules: os.scoring.saveRules.handler(call(saveRules)),
    simulate: os.scoring.simulate.handler(call(simulate)),
    asOf: os.scoring.asOf.handler(call(asOf)),
    reasons: os.scoring.reasons.handler(call(topReasonsOf)),
    statementHtml: os.scoring.statementHtml.handler(call(statementHtml)),
    printStatement: os.scoring.printStatement.handler(call(printStatement)),
    recompute: os.scoring.recompute.handler(call(recompute)),
  },
  baseline: {
    save: os.baseline.save.handler(call(saveBaseline)),
    get: os.baseline.get.handler(call(getBaseline)),
  },
  insights: {
    beforeAfter: os.insights.beforeAfter.handler(call(beforeAfter)),
  },
  opportunities: {
    create: os.opportunities.create.handler(call(createOpportunity)),
    list: os.opportunities.list.handler(call(listOpportunities)),
    board: os.opportunities.board.handler(call(dealBoard)),
    ofLead: os.opportunities.ofLead.handler(call(dealOfLead)),
    get: os.opportunities.get.handler(call(getOpportunity)),
    update: os.opportunities.update.handler(call(updateOpportunity)),
    move: os.opportunities.move.handler(call(moveOpportunity)),
    setStep: os.opportunities.setStep.handler(call(setStep)),
    setTask: os.opportunities.setTask.handler(call(setTask)),
    export: os.opportunities.export.handler(call(exportOpportunities)),
    criteria: os.opportunities.criteria.handler(call(getCriteria)),
    saveCriteria: os.opportunities.saveCriteria.handler(call(saveCriteria)),
  },
  handovers: {
    make: os.handovers.make.handler(call(makeHandover)),
    answer: os.handovers.answer.handler(call(answerHandover)),
    get: os.handovers.get.handler(call(getHandover)),
    html: os.handovers.html.handler(call(handoverHtml)),
    print: os.handovers.print.handler(call(printHandover)),
    returns: os.handovers.returns.handler(call(handoverReturns)),
  },
  history: {
    list: os.history.list.handler(call(listHistory)),
    undo: os.history.undo.handler(call(undo)),
  },
  jobs: {
    watch: os.jobs.watch.handler(call(watchJob)),
    cancel: os.jobs.cancel.handler(call(cancelJob)),
    list: os.jobs.list.handler(call(listJobs)),
  },
  journey: {
    map: os.journey.map.handler(call(journeyMap)),
    setNext: os.journey.setNext.handler(call(setNext)),
  },
  mail: {
    tick: os.mail.tick.handler(call(tickMail)),
    account: os.mail.account.handler(call(getAccount)),
    saveAccount: os.mail.saveAccount.handler(call(saveAccount)),
    sender: os.mail.sender.handler(call(getSender)),
    saveSender: os.mail.saveSender.handler(call(saveSender)),
    testAccount: os.mail.testAccount.handler(call(testAccount)),
    practiceInbox: os.mail.practiceInbox.handler(call(practiceInbox)),
  },
  members: {
    list: os.members.list.handler(call(listMembers)),
    holdings: os.members.holdings.handler(call(getHoldings)),
    handOver: os.members.handOver.handler(call(handOver)),
    cancelHandOver: os.members.cancelHandOver.handler(call(cancelHandOver)),
    save: os.members.save.handler(call(saveMember)),
  },
  assignment: {
    get: os.assignment.get.handler(call(getAssignment)),
    save: os.assignment.save.handler(call(saveAssignment)),
  },
  outbox: {
    list: os.outbox.list.handler(call(listOutbox)),
  },
  sequences: {
    list: os.sequences.list.handler(call(listSequences)),
    waiting: os.sequences.waiting.handler(call(waitingFor)),
    enroll: os.sequences.enroll.handler(call(enroll)),
  },
  settings: {
    savePreferences: os.settings.savePreferences.handler(call(savePreferences)),
  },
  sla: {
    get: os.sla.get.handler(call(getSla)),
    save: os.sla.save.handler(call(saveSla)),
    clocks: os.sla.clocks.handler(call(listClocks)),
    snooze: os.sla.snooze.handler(call(snoozeClock)),
    cause: os.sla.cause.handler(call(setCause)),
    attainment: os.sla.attainment.handler(call(slaAttainment)),
    html: os.sla.html.handler(call(slaSheet)),
    print: os.sla.print.handler(call(printSla)),
  },
  store: {
    create: os.store.create.handler(call(createStore)),
    open: os.store.open.handler(call(openOther)),
    backup: os.store.backup.handler(call(backup)),
    restore: os.store.restore.handler(call(restore)),
    verify: os.store.verify.handler(call(verify)),
    exportAll: os.store.exportAll.handler(call(exportAll)),
  },
  suppressions: {
    list: os.suppressions.list.handler(call(listSuppressions)),
    add: os.suppressions.add.handler(call(addSuppression)),
  },
  system: {
    status: os.system.status.handler(call(status)),
    changes: os.system.changes.handler(call(changes)),
    setClock: os.system.setClock.handler(call(setClock)),
  },
  touches: {
    record: os.touches.record.handler(call(recordTouch)),
  },
  today: {
    queue: os.today.queue.handler(call(todayQueue)),
    coming: os.today.coming.handler(call(todayComing)),
    team: os.today.team.handler(call(todayTeam)),
  },
  views: {
    list: os.views.list.handler(call(listViews)),
    save: os.views.save.handler(call(saveView)),
    remove: os.views.remove.handler(call(removeView)),
  },
  triage: {
    batches: os.triage.batches.handler(call(listBatches)),
    queue: os.triage.queue.handler(call(triageQueue)),
    record: os.triage.record.handler(call(recordTriage)),
  },
});
