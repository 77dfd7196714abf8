import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';

/** Moves the focus through the rows of the queue; Enter opens the one that has it. */
function move(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.queue-row')];
  const at = rows.findIndex(row => row === document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
  rows[next]?.focus();
}

/** ↑ ↓ and j k on 今日. */
export function useQueueKeys(): void {
  const { t } = useI18n();
  useKeys([
    { keys: 'ArrowDown', label: t.common.move, run: () => move(1) },
    { keys: 'ArrowUp', label: t.common.move, run: () => move(-1) },
    { keys: 'j', label: t.common.move, run: () => move(1) },
    { keys: 'k', label: t.common.move, run: () => move(-1) },
  ]);
}
