import { Button } from '@mantine/core';
import { useKeys } from '#renderer/lib/keys.ts';
import { Keycap } from './keycap.tsx';

type SaveButtonProps = {
  readonly label: string;
  readonly canSave: boolean;
  readonly isPending: boolean;
  readonly onSave: () => void;
};

/** Saves what stands on the screen, by button or Ctrl+Enter, wherever the caret is. */
export function SaveButton({ label, canSave, isPending, onSave }: SaveButtonProps) {
  const run = (): void => {
    if (canSave && !isPending) onSave();
  };
  useKeys([{ keys: 'mod+Enter', label, run, whileTyping: true }]);
  return (
    <Button
      variant="filled"
      disabled={!canSave}
      loading={isPending}
      onClick={run}
      rightSection={<Keycap keys="mod+Enter" />}
    >
      {label}
    </Button>
  );
}
