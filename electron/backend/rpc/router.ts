import { listHistory, undo } from '#electron/backend/history/history.ts';
import { listMembers, saveMember } from '#electron/backend/settings/members.ts';
import { savePreferences } from '#electron/backend/settings/settings.ts';
import { cancelJob, listJobs, watchJob } from '#electron/backend/system/jobs.ts';
import { changes, setClock, status } from '#electron/backend/system/status.ts';
import { call, os } from './base.ts';

/** One line per procedure, no logic. */
export const router = {
  history: {
    list: os.history.list.handler(call(listHistory)),
    undo: os.history.undo.handler(call(undo)),
  },
  jobs: {
    watch: os.jobs.watch.handler(call(watchJob)),
    cancel: os.jobs.cancel.handler(call(cancelJob)),
    list: os.jobs.list.handler(call(listJobs)),
  },
  members: {
    list: os.members.list.handler(call(listMembers)),
    save: os.members.save.handler(call(saveMember)),
  },
  settings: {
    savePreferences: os.settings.savePreferences.handler(call(savePreferences)),
  },
  system: {
    status: os.system.status.handler(call(status)),
    changes: os.system.changes.handler(call(changes)),
    setClock: os.system.setClock.handler(call(setClock)),
  },
};
