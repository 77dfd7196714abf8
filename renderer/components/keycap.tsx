import './keycap.css';

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

/** Key and what it does, for the bar at the bottom of lists. */
export function KeyHint({ keys, label }: { readonly keys: readonly string[]; readonly label: string }) {
  return (
    <span className="key-hint">
      {keys.map(key => (
        <Keycap key={key} keys={key} />
      ))}
      {label}
    </span>
  );
}
