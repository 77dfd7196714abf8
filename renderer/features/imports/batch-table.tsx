import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { textOfError } from '#renderer/lib/error-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import type { ImportPreview, RowCounts } from '#shared/contract/imports.ts';
import { textOfCode } from '#shared/i18n/error-text.ts';
import { formatDateTime } from '#shared/i18n/format.ts';
import { groupCounts } from './outcomes.tsx';
import type { OutcomeGroup, Work } from './types.ts';
import type { Batch, FileState } from './use-batch.ts';

type Read = {
  readonly data: ImportPreview | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
};
type BatchTableProps = {
  readonly works: readonly Work[];
  readonly previews: readonly Read[];
  readonly batch: Batch;
  readonly onOpen: (id: number) => void;
  readonly onRemove: (id: number) => void;
};

/** Narrower than the screen of one file: filled and changed people stand together, and so do rows that stay out. */
const figures = {
  new: ['new'],
  filled: ['filled', 'updated'],
  unchanged: ['unchanged'],
  asked: ['asked'],
  setAside: ['setAside', 'blank'],
} as const satisfies Partial<Record<OutcomeGroup, readonly OutcomeGroup[]>>;
const shown = Object.keys(figures) as (keyof typeof figures)[];

/** One row per file: what it was taken for, what becomes of its rows, and how far it has come. */
export function BatchTable({ works, previews, batch, onOpen, onRemove }: BatchTableProps) {
  const { t } = useI18n();
  return (
    <table className="table batch-table">
      <thead>
        <tr>
          <th>{t.imports.file}</th>
          {shown.map(key => (
            <th key={key} className="num">
              {t.imports.outcome[key]}
            </th>
          ))}
          <th className="num">{t.imports.rows}</th>
          <th className="num">{t.imports.state}</th>
        </tr>
      </thead>
      <tbody>
        {works.map((work, i) => (
          <FileRow
            key={work.id}
            work={work}
            read={previews[i]}
            state={batch.states.get(work.id)}
            isBegun={batch.states.size > 0}
            onOpen={() => onOpen(work.id)}
            onRemove={() => onRemove(work.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

type FileRowProps = {
  readonly work: Work;
  readonly read: Read | undefined;
  readonly state: FileState | undefined;
  /** The import of all files has begun: nothing can be chosen any more. */
  readonly isBegun: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
};

function FileRow({ work, read, state, isBegun, onOpen, onRemove }: FileRowProps) {
  const { t, lang } = useI18n();
  const error = work.error ?? read?.error ?? null;
  const foretold = read?.data?.whole ? read.data.counts : undefined;
  const counts = state?.summary?.counts ?? (state ? undefined : foretold);
  return (
    <tr>
      <td>
        <b>{work.name}</b>
        {error === null ? (
          <>
            <span className="small muted what">
              {read?.data ? whatItIs(t, read.data) : isBegun ? '' : t.imports.reading}
            </span>
            {read?.data?.earlier && !isBegun ? (
              <span className="small warn what">
                {t.imports.earlierShort(formatDateTime(read.data.earlier.finishedAt, lang))}
              </span>
            ) : null}
          </>
        ) : (
          <span className="small late">{textOfError(t, error).what}</span>
        )}
      </td>
      <Figures counts={error === null ? counts : undefined} />
      <td className="num batch-state">
        {state ? (
          <Outcome state={state} />
        ) : (
          <>
            {error === null && !isBegun ? (
              <Button size="xs" aria-label={t.imports.lookAt(work.name)} onClick={onOpen}>
                {t.imports.look}
              </Button>
            ) : null}
            {isBegun ? (
              <span className="muted">{t.imports.fileStopped}</span>
            ) : (
              <Button size="xs" aria-label={t.imports.leaveOutOne(work.name)} onClick={onRemove}>
                {t.imports.leaveOut}
              </Button>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

const whatItIs = (t: ReturnType<typeof useI18n>['t'], { product, recognised }: ImportPreview): string =>
  recognised !== null
    ? t.imports.recognisedShort
    : product === null
      ? t.imports.productUnknown
      : codeText(t.imports.products, product.code);

function Figures({ counts }: { readonly counts: RowCounts | undefined }) {
  const values = counts && groupCounts(counts);
  return (
    <>
      {shown.map(key => (
        <td key={key} className="num">
          {values && figures[key].reduce((sum, group) => sum + values[group], 0).toLocaleString('en-US')}
        </td>
      ))}
      <td className="num">
        <b>{counts?.read.toLocaleString('en-US') ?? ''}</b>
      </td>
    </>
  );
}

/** What became of a file once the import has begun; what was imported can be opened, or taken back by itself. */
function Outcome({ state }: { readonly state: FileState }) {
  const { t } = useI18n();
  const { summary, error } = state;
  if (summary) return <Done uid={summary.uid} name={summary.fileName} />;
  if (error) return <span className="late">{textOfCode(t, error.code, error.params).what}</span>;
  if (state.state === 'waiting') return <span className="muted">{t.imports.waiting}</span>;
  if (state.state === 'running') return <span>{t.imports.running}</span>;
  return <span className="warn">{t.imports.fileStopped}</span>;
}

function Done({ uid, name }: { readonly uid: string; readonly name: string }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useMutation(
    orpc.imports.undo.mutationOptions({
      onSuccess: done => showToast({ message: t.imports.undone(done.restored) }),
    }),
  );
  if (undo.isSuccess) return <span className="muted">{t.imports.wasUndone}</span>;
  return (
    <>
      <Link href={`/imports/${uid}`}>{t.imports.showResult}</Link>
      <Button
        size="xs"
        loading={undo.isPending}
        aria-label={t.imports.undoOne(name)}
        onClick={() => undo.mutate({ importUid: uid })}
      >
        {t.common.undo}
      </Button>
      <Failure error={undo.error} />
    </>
  );
}
