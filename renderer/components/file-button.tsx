import { Button } from '@mantine/core';
import { useRef } from 'react';

type FileButtonProps = {
  readonly label: string;
  /** Endings the chooser shows, such as `.xlsx,.csv`. */
  readonly accept: string;
  readonly isBusy?: boolean;
  readonly onFile: (file: File) => void;
};

/** A button that asks for one file; the same one can be chosen again. */
export function FileButton({ label, accept, isBusy = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={event => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
      />
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
