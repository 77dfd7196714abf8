import { useState } from 'react';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import { isTicked } from '#shared/domain/duplicates/pairs.ts';
import type { Choices } from './queries.ts';

/** What was chosen and ticked on this screen, by pair. */
export function useChosen(pairs: readonly DuplicatePair[]): {
  readonly ticked: ReadonlySet<string>;
  readonly of: (pair: DuplicatePair) => Choices;
  readonly choose: (pair: DuplicatePair, chosen: Choices) => void;
  /** Ticks or unticks; a pair ticked again is merged as proposed. */
  readonly tick: (uid: string) => void;
} {
  const [choices, setChoices] = useState<Readonly<Record<string, Choices>>>({});
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  // Many at once are merged as proposed: a pair chosen otherwise is merged for itself.
  const ticked = new Set(
    pairs
      .filter(pair => isTicked(pair) && !unticked.has(pair.uid) && !choices[pair.uid])
      .map(pair => pair.uid),
  );
  return {
    ticked,
    of: pair => choices[pair.uid] ?? {},
    choose: (pair, chosen) => setChoices(now => ({ ...now, [pair.uid]: { ...now[pair.uid], ...chosen } })),
    tick: uid => {
      const isOn = ticked.has(uid);
      setUnticked(now => new Set(isOn ? [...now, uid] : [...now].filter(one => one !== uid)));
      setChoices(({ [uid]: _chosen, ...rest }) => rest);
    },
  };
}
