import { type Context, wallClock } from '#electron/backend/context.ts';
import { preferences } from '#electron/backend/settings/settings.ts';
import { isRaisedLate } from '#shared/domain/sla/clock.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { notificationOf } from '#shared/i18n/alert-text.ts';
import { countUnseen, listUnannounced, markAnnounced, type Unannounced } from './alerts.repo.ts';

/** More at once are told in one notification. */
const ONE_BY_ONE = 3;
const MOST = 1000;

/**
 * Tells the person at the machine who turned hot since the last time, each entry once: one notification each for a few,
 * one for all when there are many or when they turned hot while nobody was there. Then sets the figure at the tray.
 */
export async function announceAlerts(ctx: Context): Promise<void> {
  const pending = await takePending(ctx);
  const { language, notifyCompany } = await preferences(ctx.read);
  const t = catalogue(language ?? 'ja');
  const now = wallClock(ctx);
  const news = pending.filter(isNews);
  const isAway = (alert: Unannounced): boolean => isRaisedLate(alert.entered_at, now);
  const [away, fresh] = [news.filter(isAway), news.filter(alert => !isAway(alert))];
  if (away.length > 0) notify(ctx, t.alerts.away(away.length), t.alerts.lookAtBell);
  if (fresh.length > ONE_BY_ONE) notify(ctx, t.alerts.many(fresh.length), t.alerts.lookAtBell);
  else
    for (const alert of fresh) {
      const { title, body } = notificationOf(t, {
        kind: alert.kind === 'unconfirmed' ? 'unconfirmed' : 'hot',
        companyName: notifyCompany ? alert.company_name : '',
        reason: alert.reason,
        total: alert.total,
      });
      notify(ctx, title, body, `/leads/${alert.lead_uid}`);
    }
  const unseen = await countUnseen(ctx.read);
  ctx.ports.notifier.count({ n: unseen, label: unseen === 0 ? t.shell.name : t.alerts.trayCount(unseen) });
}

/** Takes what is to be told, in one write, so that two rounds at once never tell it twice. */
async function takePending(ctx: Context): Promise<Unannounced[]> {
  if ((await listUnannounced(ctx.read, 1)).length === 0) return [];
  return await ctx.write(null, async tx => {
    const pending = await listUnannounced(tx.read, MOST);
    await markAnnounced(
      tx,
      pending.map(alert => alert.id),
    );
    return pending;
  });
}

/** Seen already, cooled again or in the trash: nothing to tell any more. */
const isNews = (alert: Unannounced): boolean =>
  alert.seen_at === null && alert.left_at === null && alert.trashed_at === null;

const notify = (ctx: Context, title: string, body: string, target?: string): void =>
  ctx.ports.notifier.notify({ title, body, ...(target === undefined ? {} : { target }) });
