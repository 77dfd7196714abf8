import { useI18n } from '#renderer/lib/i18n.tsx';
import { textOfError } from '#renderer/lib/error-text.ts';
import { ErrorNote } from './error-note.tsx';

/** Shows what a call threw, where it arose. Nothing while `error` is null. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useI18n();
  if (error === null || error === undefined) return null;
  const text = textOfError(t, error);
  return <ErrorNote text={text} code={text.code} incident={text.incident} onRetry={onRetry} />;
}
