import { createHash } from 'node:crypto';

/** How a hidden key begins; no address does. */
export const HIDDEN = 'sha256:';

/** A key that can be compared but not read: what may stay of somebody who was erased. */
export const hiddenKey = (text: string): string =>
  `${HIDDEN}${createHash('sha256').update(`dosen ${text}`).digest('hex')}`;

/** True for a key only its hash is left of. */
export const isHidden = (key: string): boolean => key.startsWith(HIDDEN);
