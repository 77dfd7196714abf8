import type { Assessment } from '#shared/domain/scoring/assess.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';

/** hot: rank A; unconfirmed: ホット(属性未確認), hot but for attributes nobody knows. */
export const ALERT_KINDS = ['hot', 'unconfirmed'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** yes: only attributes nobody knows keep the lead out of rank A; cooled: its behaviour is far from the gate again. */
export type Unconfirmed = 'yes' | 'no' | 'cooled';

/** As far below its gate as rank A is left below its own entry. */
export function unconfirmedOf(
  found: Pick<Assessment, 'hotUnconfirmed' | 'engagement'>,
  { hot }: ScoringRules['bands'],
): Unconfirmed {
  if (found.hotUnconfirmed) return 'yes';
  return found.engagement < hot.engagement.min - (hot.total.min - hot.leave) ? 'cooled' : 'no';
}

/** What of an alert decides whether another one may be raised. */
export interface Raised {
  readonly kind: string;
  readonly isOver: boolean;
}

/** What became of a lead: the edge of rank just logged, and whether only unknown attributes keep it out of rank A. */
export interface Turn {
  readonly from: string | null;
  readonly to: string;
}

/** Rank A is entered: from below, or by a new lead that is hot at once. */
export const entersHot = (turn: Turn | null): boolean =>
  turn !== null && turn.to === 'hot' && turn.from !== 'hot';
const leavesHot = (turn: Turn | null): boolean => turn !== null && turn.from === 'hot' && turn.to !== 'hot';

/**
 * One alert per entry: rank A again only after it was left, 属性未確認 again only after that alert is over. It is over when
 * the lead is hot, or when its behaviour has cooled well below the gate, so that points around the gate ring once.
 */
export function alertAfter(
  turn: Turn | null,
  unconfirmed: Unconfirmed,
  raised: readonly Raised[],
): { raise: AlertKind | null; over: readonly AlertKind[] } {
  const entered = entersHot(turn);
  const isOver = (kind: AlertKind): boolean =>
    kind === 'hot' ? leavesHot(turn) : entered || unconfirmed === 'cooled';
  const over = ALERT_KINDS.filter(kind => isOver(kind) && raised.some(a => a.kind === kind && !a.isOver));
  const rings = (kind: AlertKind): boolean => raised.some(alert => alert.kind === kind && !alert.isOver);
  // Merged with somebody who is hot: that entry goes on, and so do its clocks.
  if (entered) return { raise: rings('hot') ? null : 'hot', over };
  return { raise: unconfirmed === 'yes' && !rings('unconfirmed') ? 'unconfirmed' : null, over };
}

/** How an owner is told outside the app. */
export const TOLD_WAYS = ['teams', 'lineworks', 'slack', 'mail', 'phone', 'spoken'] as const;
/** Where a text for pasting goes. */
export const CHATS = ['teams', 'lineworks', 'slack'] as const;
export type Chat = (typeof CHATS)[number];
