import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import type { MergeField, MergeSide } from '#shared/domain/duplicates/choices.ts';
import { isTicked } from '#shared/domain/duplicates/pairs.ts';
import type { useChosen } from './use-chosen.ts';

/** The field of the radio that has the focus, if one has. */
const focusedField = ({ target }: KeyboardEvent): string | null =>
  target instanceof HTMLInputElement && target.type === 'radio' ? (target.dataset['field'] ?? null) : null;

type PairKeys = {
  /** The pair in view while it waits for an answer. */
  readonly open: DuplicatePair | undefined;
  readonly chosen: ReturnType<typeof useChosen>;
  readonly onMove: (by: number) => void;
  readonly onMerge: () => void;
  readonly onDifferent: () => void;
  readonly onTakeBack: () => void;
};

/** The keys of the screen. ← and → choose for every field that differs, or for the one field that has the focus. */
export function usePairKeys({ open, chosen, onMove, onMerge, onDifferent, onTakeBack }: PairKeys): void {
  const { t } = useI18n();
  const choose = (field: string | null, side: MergeSide): void => {
    const fields = open?.fields.filter(one => one.differs && (field === null || one.field === field)) ?? [];
    if (!open || fields.length === 0) return;
    const choices: Partial<Record<MergeField, MergeSide>> = {};
    for (const one of fields) choices[one.field] = side;
    chosen.choose(open, choices);
  };
  const tick = ({ target }: KeyboardEvent): void => {
    if (target instanceof HTMLInputElement) target.click();
    else if (open && isTicked(open)) chosen.tick(open.uid);
  };
  const side = t.duplicates.chooseSide;
  useKeys([
    { keys: 'ArrowUp', label: t.common.move, run: () => onMove(-1) },
    { keys: 'ArrowDown', label: t.common.move, run: () => onMove(1) },
    { keys: 'k', label: t.common.move, run: () => onMove(-1) },
    { keys: 'j', label: t.common.move, run: () => onMove(1) },
    { keys: 'ArrowLeft', label: side, run: event => choose(focusedField(event), 'survivor') },
    { keys: 'ArrowRight', label: side, run: event => choose(focusedField(event), 'other') },
    { keys: 'Space', label: t.duplicates.tick, run: tick },
    { keys: 'Enter', label: t.duplicates.merge, run: onMerge },
    { keys: 'd', label: t.duplicates.different, run: onDifferent },
    { keys: 'u', label: t.duplicates.takeBack, run: onTakeBack },
  ]);
}
