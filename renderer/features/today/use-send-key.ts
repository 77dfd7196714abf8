import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useRecordTouch } from '#renderer/lib/use-record-touch.ts';

/** Who waits for material on the row that has the focus. */
const focused = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-sends]')?.dataset['sends'];

/** S on the row of somebody who waits for material: it went out by mail, and the call after it is set by the rule. */
export function useSendKey(): { readonly error: unknown } {
  const { t } = useI18n();
  const record = useRecordTouch(() => undefined);
  const run = (): void => {
    const leadUid = focused();
    if (leadUid !== undefined)
      record.run({ leadUid, way: 'mail', direction: 'out', reached: false, note: '' });
  };
  useKeys([{ keys: 's', label: t.today.sent, when: () => focused() !== undefined, run }]);
  return { error: record.error };
}
