import './keycap.css';
import { Fragment } from 'react';

const shown: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** The caps of one key binding such as `mod+Enter` or `g t`. */
export function Keycap({ keys }: { readonly keys: string }) {
  return (
    <span className="keycaps">
      {keys.split(/\+| /).map(key => (
        <kbd key={key} className="keycap">
          {shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
        </kbd>
      ))}
    </span>
  );
}

type KeyHintProps = {
  readonly keys: readonly string[];
  readonly label: string;
  /** The keys are the first and the last of a row of keys. */
  readonly isRange?: boolean;
};

/** Key and what it does, for the bar at the bottom of lists. */
export function KeyHint({ keys, label, isRange = false }: KeyHintProps) {
  return (
    <span className="key-hint">
      {keys.map((key, i) => (
        <Fragment key={key}>
          {isRange && i > 0 ? '–' : null}
          <Keycap keys={key} />
        </Fragment>
      ))}
      {label}
    </span>
  );
}
