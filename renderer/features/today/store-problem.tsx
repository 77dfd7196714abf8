import { Button } from '@mantine/core';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useOpenStore } from '#renderer/lib/use-open-store.ts';
import type { SystemStatus } from '#shared/contract/system.ts';
import { textOfCode } from '#shared/i18n/error-text.ts';

type StoreProblemProps = {
  readonly problem: SystemStatus['storeProblem'];
  /** The store that could not be opened. */
  readonly path: string;
};

/** Why no store is open, and the way out: to read only, to a copy on this machine, or once more. */
export function StoreProblem({ problem, path }: StoreProblemProps) {
  const { t } = useI18n();
  const open = useOpenStore();
  const { code, params } = problem ?? { code: 'STORE_NOT_OPEN', params: {} };
  const text = textOfCode(t, code, params);
  const ways = [
    ...(code === 'STORE_IN_USE' ? [{ label: t.today.openToRead, run: () => open.toRead(path) }] : []),
    ...(code === 'STORE_SYNCED_FOLDER' ? [{ label: t.today.openMoved, run: () => open.moved(path) }] : []),
    { label: t.today.openAgain, run: open.own },
    { label: t.today.trySample, run: open.practice },
  ];
  return (
    <Page title={t.today.title}>
      <ErrorNote text={text} code={text.code} />
      <div className="ways">
        {ways.map((way, i) => (
          <Button
            key={way.label}
            variant={i === 0 ? 'filled' : 'default'}
            loading={open.isPending}
            onClick={way.run}
          >
            {way.label}
          </Button>
        ))}
      </div>
    </Page>
  );
}
