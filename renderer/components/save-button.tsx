import { Button } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useIsBehind, useUnsaved } from '#renderer/lib/unsaved.ts';
import { Keycap } from './keycap.tsx';

type SaveButtonProps = {
  readonly label: string;
  readonly isChanged: boolean;
  readonly isValid?: boolean;
  readonly saving: { readonly isPending: boolean; readonly isSuccess?: boolean };
  readonly onSave: () => void;
};

/**
 * Saves what stands on the screen, by button or Ctrl+Enter, wherever the caret is; until then leaving the screen asks.
 * An editor starts afresh on what was saved.
 */
export function SaveButton({ label, isChanged, isValid = true, saving, onSave }: SaveButtonProps) {
  const { t } = useI18n();
  const isBehind = useIsBehind();
  const isOpen = isChanged && saving.isSuccess !== true;
  const canSave = isChanged && isValid;
  const run = (): void => {
    if (canSave && !saving.isPending) onSave();
  };
  useUnsaved(isOpen);
  useKeys([{ keys: 'mod+Enter', label, run, whileTyping: true }]);
  return (
    <>
      <Button
        variant="filled"
        disabled={!canSave}
        loading={saving.isPending}
        onClick={run}
        rightSection={<Keycap keys="mod+Enter" />}
      >
        {label}
      </Button>
      {isBehind && isOpen && !saving.isPending ? (
        <span role="status" className="small warn">
          {t.common.savedElsewhere}
        </span>
      ) : null}
    </>
  );
}
