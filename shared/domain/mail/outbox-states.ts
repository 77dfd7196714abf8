/**
 * The life of one mail. `claimed` means a sender works on it and no byte of the body has left;
 * `submitting` means the body has been started and only a reply of the server can tell how it ended.
 */
export const outboxStates = [
  'planned',
  'ready',
  'claimed',
  'submitting',
  'accepted',
  'unknown',
  'settledSent',
  'settledNotSent',
  'rejected',
  'needsReview',
  'cancelled',
  'expired',
  'bouncedHard',
  'bouncedSoft',
] as const;
export type OutboxState = (typeof outboxStates)[number];

export const outboxEvents = [
  'render',
  'claim',
  'startBody',
  'accept',
  'defer',
  'reject',
  'loseReply',
  'release',
  'hold',
  'cancel',
  'expire',
  'settleSent',
  'settleNotSent',
  'resend',
  'replan',
  'bounceHard',
  'bounceSoft',
] as const;
export type OutboxEvent = (typeof outboxEvents)[number];

/** Every allowed move. What is not listed does not happen. */
const moves: { readonly [S in OutboxState]: Partial<Record<OutboxEvent, OutboxState>> } = {
  planned: { render: 'ready', hold: 'needsReview', cancel: 'cancelled', expire: 'expired' },
  ready: { claim: 'claimed', hold: 'needsReview', cancel: 'cancelled', expire: 'expired' },
  claimed: {
    startBody: 'submitting',
    release: 'ready',
    defer: 'ready',
    reject: 'rejected',
    hold: 'needsReview',
    cancel: 'cancelled',
  },
  submitting: {
    accept: 'accepted',
    defer: 'ready',
    reject: 'rejected',
    hold: 'needsReview',
    loseReply: 'unknown',
  },
  unknown: { settleSent: 'settledSent', settleNotSent: 'settledNotSent' },
  settledNotSent: { resend: 'ready', cancel: 'cancelled' },
  needsReview: { replan: 'planned', cancel: 'cancelled', expire: 'expired' },
  accepted: { bounceHard: 'bouncedHard', bounceSoft: 'bouncedSoft' },
  settledSent: { bounceHard: 'bouncedHard', bounceSoft: 'bouncedSoft' },
  rejected: {},
  cancelled: {},
  expired: {},
  bouncedHard: {},
  bouncedSoft: {},
};

/** Where an event leads, or null where it is not allowed. */
export const moveFrom = (state: OutboxState, event: OutboxEvent): OutboxState | null =>
  moves[state][event] ?? null;

/** As `moveFrom`, but a move that is not allowed throws: it would be a defect of the sender. */
export function nextState(state: OutboxState, event: OutboxEvent): OutboxState {
  const to = moveFrom(state, event);
  if (to === null) throw new Error(`outbox: ${event} is not allowed in ${state}`);
  return to;
}

/** Counted as sent: the server took it, or a person or other evidence says so. */
export const sentStates: ReadonlySet<OutboxState> = new Set([
  'accepted',
  'settledSent',
  'bouncedHard',
  'bouncedSoft',
]);
/** Over for sending, whatever comes. */
export const finalStates: ReadonlySet<OutboxState> = new Set([
  ...sentStates,
  'rejected',
  'cancelled',
  'expired',
]);
/** A person has to look: shown under 要確認. */
export const reviewStates: ReadonlySet<OutboxState> = new Set(['unknown', 'settledNotSent', 'needsReview']);
/** Can still be stopped by an opt-out, a reply or a person before anything leaves. */
export const stoppableStates: readonly OutboxState[] = ['planned', 'ready', 'needsReview', 'settledNotSent'];

/** How one try ended, as its row is closed. */
export type AttemptOutcome = 'notSent' | 'accepted' | 'refused' | 'unknown';

/**
 * May another try start? Only when every earlier one surely delivered nothing: it never started the body,
 * the server refused it, or a person signed that it did not arrive.
 */
export const mayTryAgain = (outcomes: readonly AttemptOutcome[], signedNotSent: boolean): boolean =>
  outcomes.every(
    outcome => outcome === 'notSent' || outcome === 'refused' || (outcome === 'unknown' && signedNotSent),
  );

/** Where a process that died left a row, as the next start finds it. */
export function recoveryOf(state: OutboxState): OutboxEvent | null {
  if (state === 'claimed') return 'release';
  if (state === 'submitting') return 'loseReply';
  return null;
}
