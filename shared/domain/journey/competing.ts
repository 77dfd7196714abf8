import type { Day, Instant } from '#shared/domain/base/days.ts';
import { CALLS, isAutomatic } from './next-action.ts';

/** Where a person stands and what happens next with them. */
export interface Standpoint {
  /** open, converted or closed. */
  stage: string;
  nextKind: string;
  nextOn: Day | null;
  nextAt: Instant | null;
  nextReason: string | null;
}

/** What was promised to the person comes before what somebody intends; what is not listed stands in the middle. */
const ORDER: readonly string[] = [
  'answer',
  'handOver',
  'meeting',
  'callback',
  'sendMaterial',
  '',
  'retryCall',
  'nurture',
];
const urgency = ({ nextKind }: Standpoint): number => {
  const at = ORDER.indexOf(nextKind);
  return at < 0 ? ORDER.indexOf('') : at;
};
const dueAt = ({ nextAt, nextOn }: Standpoint): string => nextAt ?? nextOn ?? '9999';
/** A person found to be a 商談 stays one, whatever else was noted; whoever is out of the question stays out. */
const stageOf = (a: Standpoint, b: Standpoint): string =>
  ['converted', 'closed'].find(stage => a.stage === stage || b.stage === stage) ?? 'open';

/**
 * Which of two next actions stays when two entries turn out to be one person. The more advanced stage decides first.
 * A promise or a choice beats what the app set by itself; of two promises the more binding stays, then the earlier.
 * Nothing that means a call stays where calls are forbidden: `none`, which the rank fills anew.
 */
export function competingNext(survivor: Standpoint, other: Standpoint, doNotCall: boolean): Standpoint {
  const stage = stageOf(survivor, other);
  const sides = [survivor, other].filter(side => side.stage === stage);
  const allowed = sides.filter(side => !(doNotCall && CALLS.has(side.nextKind)));
  const chosen = allowed
    .filter(side => !isAutomatic(side.nextKind))
    .sort((a, b) => urgency(a) - urgency(b) || dueAt(a).localeCompare(dueAt(b)))[0];
  const kept = chosen ?? allowed.find(side => side.nextKind !== 'none') ?? allowed[0];
  if (kept) return { ...kept, stage };
  return { stage, nextKind: 'none', nextOn: null, nextAt: null, nextReason: 'doNotCall' };
}
