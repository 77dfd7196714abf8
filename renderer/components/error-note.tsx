import './error-note.css';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useI18n } from '#renderer/lib/i18n.tsx';

export type ErrorText = { readonly what: string; readonly data: string; readonly next: string };

type ErrorNoteProps = {
  readonly text: ErrorText;
  readonly code?: string | undefined;
  readonly incident?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
};

/** What happened, what became of the data, what to do next; the code last. It stays until the cause is gone. */
export function ErrorNote({ text, code, incident, onRetry }: ErrorNoteProps) {
  const { t } = useI18n();
  return (
    <div className="error-note" role="alert">
      <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
      <div>
        <p className="error-what">{text.what}</p>
        <p>{text.data}</p>
        <p>{text.next}</p>
        {code === undefined ? null : (
          <p className="error-code">
            {t.errors.code(code)}
            {incident === undefined ? null : ` · ${t.errors.incident(incident)}`}
          </p>
        )}
        {onRetry === undefined ? null : (
          <Button size="xs" onClick={onRetry}>
            {t.errors.retry}
          </Button>
        )}
      </div>
    </div>
  );
}
