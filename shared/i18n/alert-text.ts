import type { Instant } from '#shared/domain/base/days.ts';
import type { AlertKind, Chat } from '#shared/domain/sla/alert.ts';
import { formatDateTime } from './format.ts';
import type { Catalogue } from './index.ts';
import type { Lang } from './lang.ts';

/** What an alert says about an entry. */
export interface AlertFacts {
  readonly kind: AlertKind;
  readonly reason: string | null;
  readonly total: number;
}

/** Why the lead is hot, in one sentence. */
export function alertReason(t: Catalogue, { kind, reason, total }: AlertFacts): string {
  const what = reason === null ? undefined : (t.leads.eventKinds as Readonly<Record<string, string>>)[reason];
  const why = what === undefined ? t.alerts.byPoints(total) : t.alerts.because(what, total);
  return kind === 'unconfirmed' ? `${why}${t.alerts.unconfirmedNext}` : why;
}

/**
 * What the system shows beside the clock. Screens are locked, shared and projected, so it names the company at most, never
 * a person, a number or an address; with an empty company not even that.
 */
export const notificationOf = (
  t: Catalogue,
  alert: AlertFacts & { readonly companyName: string },
): { title: string; body: string } => ({
  title: alert.kind === 'unconfirmed' ? t.alerts.unconfirmed : t.alerts.hot,
  body: [alert.companyName, alertReason(t, alert)].filter(text => text !== '').join('\n'),
});

/** Minutes of opening time as people say them: `7時間55分`. */
export function formatMinutes(t: Catalogue, minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  return t.alerts.duration(Math.floor(whole / 60), whole % 60);
}

/** `残り7時間55分`, or `2時間10分超過` once the time has passed. */
export const formatRemaining = (t: Catalogue, minutes: number): string =>
  minutes < 0 ? t.alerts.over(formatMinutes(t, minutes)) : t.alerts.left(formatMinutes(t, minutes));

/** Who looks after the lead; the one member of a new store has no name yet. */
export const ownerText = (t: Catalogue, name: string | null): string =>
  name === null ? t.alerts.noOwner : name === '' ? t.nav.member : name;

/** A line nobody's chat reads as a command: no line breaks, no mention of everybody. */
const plainLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().replaceAll('@', '＠');

/** Slack reads these three as markup of its own (and `<!channel>` calls everybody). */
const forSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The text to paste into a chat: who, why, until when, who is asked. Plain text for every chat; phone numbers and addresses
 * stay in the app.
 */
export function alertForChat(
  t: Catalogue,
  lang: Lang,
  chat: Chat,
  alert: AlertFacts & {
    readonly companyName: string;
    readonly name: string;
    readonly ownerName: string | null;
    readonly dueAt: Instant | null;
  },
): string {
  const who = t.alerts.who(alert.companyName, alert.name);
  const lines = [
    alert.kind === 'unconfirmed' ? t.alerts.unconfirmed : t.alerts.hot,
    who,
    `${t.alerts.reasonLabel}${alertReason(t, alert)}`,
    ...(alert.dueAt === null ? [] : [`${t.alerts.dueLabel}${formatDateTime(alert.dueAt, lang)}`]),
    // Somebody without a name writes to themselves.
    ...(alert.ownerName === '' ? [] : [`${t.alerts.ownerLabel}${ownerText(t, alert.ownerName)}`]),
  ].map(plainLine);
  return (chat === 'slack' ? lines.map(forSlack) : lines).join('\n');
}
