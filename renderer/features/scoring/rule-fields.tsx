import { ActionIcon, NumberInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useI18n } from '#renderer/lib/i18n.tsx';

type NumberFieldProps = {
  readonly label: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly onChange: (value: number | null) => void;
  readonly isDisabled?: boolean;
};

/** A whole number in a row of text; empty is null. */
export function NumberField({ label, value, min = 0, max = 100, onChange, isDisabled }: NumberFieldProps) {
  return (
    <NumberInput
      aria-label={label}
      className="rule-number"
      size="xs"
      min={min}
      max={max}
      allowDecimal={false}
      hideControls
      disabled={isDisabled ?? false}
      value={value ?? ''}
      onChange={next => onChange(typeof next === 'number' ? next : null)}
    />
  );
}

/** Points of a rule; an emptied field keeps the last number until another one is typed. */
export function PointsField({
  what,
  points,
  onChange,
}: {
  readonly what: string;
  readonly points: number;
  readonly onChange: (points: number) => void;
}) {
  const { t } = useI18n();
  return (
    <NumberField
      label={t.scoring.rules.pointsOf(what)}
      value={points}
      onChange={next => next !== null && onChange(next)}
    />
  );
}

/** How many people a rule reaches now. */
export function Reached({ count }: { readonly count: number | undefined }) {
  const { t } = useI18n();
  return (
    <span className="rule-reached small muted">
      {count === undefined ? '' : t.scoring.rules.matching(count)}
    </span>
  );
}

export function RemoveRule({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }) {
  const { t } = useI18n();
  const label = t.scoring.rules.remove(what);
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} size="sm" onClick={onRemove}>
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** A list with one entry exchanged. */
export const withEntry = <T,>(list: readonly T[], at: number, entry: T): T[] =>
  list.map((known, i) => (i === at ? entry : known));
/** A list without one entry. */
export const withoutEntry = <T,>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);
