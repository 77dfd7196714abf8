import { Dialog } from '#renderer/components/dialog.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useActiveKeys } from '#renderer/lib/keys.ts';

/** The keys that work on this screen now. */
export function KeyHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useI18n();
  const keys = useActiveKeys();
  const seen = new Set<string>();
  const shown = keys.filter(({ keys: name, label }) => {
    const isNew = label !== '' && !seen.has(name);
    seen.add(name);
    return isNew;
  });
  return (
    <Dialog isOpen={opened} onClose={onClose} title={t.nav.keyHelp}>
      <dl className="key-list">
        {shown.map(binding => (
          <div key={binding.keys}>
            <dt>
              <Keycap keys={binding.keys} />
            </dt>
            <dd>{binding.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
