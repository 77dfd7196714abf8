import { Dialog } from '#renderer/components/dialog.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type KeyBinding, useActiveKeys } from '#renderer/lib/keys.ts';

/** What each key does now, keys that do the same in one row. Of two bindings of one key the later shown wins. */
function keysByLabel(bindings: readonly KeyBinding[]): [label: string, keys: string[]][] {
  const rows = new Map<string, string[]>();
  for (const [keys, label] of new Map(bindings.map(binding => [binding.keys, binding.label])))
    if (label !== '') rows.set(label, [...(rows.get(label) ?? []), keys]);
  return [...rows];
}

/** The keys that work on this screen now. */
export function KeyHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useI18n();
  const rows = keysByLabel(useActiveKeys());
  return (
    <Dialog isOpen={opened} onClose={onClose} title={t.nav.keyHelp}>
      <dl className="key-list">
        {rows.map(([label, keys]) => (
          <div key={label}>
            <dt>
              {keys.map(key => (
                <Keycap key={key} keys={key} />
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
