import './calls.css';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, Redirect, useParams } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { KeyHint } from '#renderer/components/keycap.tsx';
import { OutcomePad } from '#renderer/components/outcome-pad.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { isGone } from '#renderer/lib/error-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { CallListRow } from '#shared/contract/calls.ts';
import { LeftOut } from './left-out.tsx';
import { ListRows } from './list-rows.tsx';
import { PrintPreview } from './print-preview.tsx';
import { useBatch, useCallList } from './queries.ts';

/** The lists made together, one per caller. */
function Batch({ batchUid, uid }: { readonly batchUid: string; readonly uid: string }) {
  const { t } = useI18n();
  const lists = useBatch(batchUid).data ?? [];
  if (lists.length < 2) return null;
  return (
    <nav className="batch-lists" aria-label={t.callLists.batch}>
      {lists.map(list => (
        <Link key={list.uid} href={`/calls/${list.uid}`} aria-current={list.uid === uid ? 'page' : undefined}>
          {list.callerName ?? t.common.none} <span className="mono small">{list.number}</span>{' '}
          <span className="small muted">{t.calls.done(list.done, list.rows)}</span>
        </Link>
      ))}
    </nav>
  );
}

function Caller({ row, onDone }: { readonly row: CallListRow; readonly onDone: () => void }) {
  const { t } = useI18n();
  return (
    <>
      <Section title={t.calls.card} note={row.position}>
        <p className="two-line">
          <b>{row.companyName}</b>
          <span className="second">{[row.department, row.title].filter(text => text !== '').join(' ')}</span>
          <br />
          {row.name} <span className="small muted">{row.kana}</span>
        </p>
        <p className="caller-phone">
          {row.phoneE164 === '' ? (
            <span className="warn">{t.calls.noPhone}</span>
          ) : row.barred === null ? (
            <a href={`tel:${row.phoneE164}`}>{row.phone}</a>
          ) : (
            <s>{row.phone}</s>
          )}
          {row.phone2 === '' ? null : <span className="small muted mono"> {row.phone2}</span>}
        </p>
        {row.leadUid === null ? null : <Link href={`/leads/${row.leadUid}`}>{t.common.details}</Link>}
      </Section>
      {row.barred === null ? null : (
        <p className="late" role="status">
          {t.callLists.barred[row.barred]} {t.callLists.barredText}
        </p>
      )}
      {row.leadUid === null || row.barred !== null ? null : (
        <OutcomePad key={row.uid} leadUid={row.leadUid} listRowUid={row.uid} onDone={onDone} />
      )}
    </>
  );
}

const noRows: readonly CallListRow[] = [];

const isSameWithResult = (row: CallListRow, before: CallListRow | undefined): boolean =>
  before?.uid === row.uid && before.outcome !== null;

/** One list: rows in calling order, the person in hand at the side, one key per result. */
export function ListPage() {
  const { t } = useI18n();
  const { uid } = useParams<{ uid: string }>();
  const list = useCallList(uid);
  const rows = list.data?.items ?? noRows;
  const firstOpen = rows.findIndex(row => row.outcome === null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [seen, setSeen] = useState(rows);
  if (seen !== rows) {
    setSeen(rows);
    // Whose result was taken back is in hand again.
    const back = rows.findIndex((row, at) => row.outcome === null && isSameWithResult(row, seen[at]));
    if (back >= 0) setChosen(back);
  }
  const [isPrinting, setIsPrinting] = useState(false);
  const current = chosen ?? Math.max(0, firstOpen);
  const row = rows[current];
  const move = (step: number): void => setChosen(Math.min(rows.length - 1, Math.max(0, current + step)));
  useKeys([
    { keys: 'ArrowDown', label: t.common.move, run: () => move(1) },
    { keys: 'ArrowUp', label: t.common.move, run: () => move(-1) },
    { keys: 'j', label: t.common.move, run: () => move(1) },
    { keys: 'k', label: t.common.move, run: () => move(-1) },
    { keys: 'mod+p', label: t.calls.print, run: () => setIsPrinting(true) },
  ]);
  const left = rows.filter(item => item.outcome === null).length;
  // The list in hand was taken back.
  if (list.data && isGone(list.error)) return <Redirect to="/calls" />;
  return (
    <Page
      title={list.data ? t.calls.listTitle(list.data.number) : t.calls.title}
      lead={list.data ? t.calls.listLead(left) : t.common.loading}
      actions={
        <>
          <Button component={Link} href={`/calls/entry/${uid}`}>
            {t.callEntry.title}
          </Button>
          <Button
            variant="filled"
            leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
            onClick={() => setIsPrinting(true)}
          >
            {t.calls.print}
          </Button>
        </>
      }
      sideLabel={t.calls.card}
      side={
        row ? (
          <>
            <Caller row={row} onDone={() => move(1)} />
            {list.data ? <LeftOut list={list.data} /> : null}
          </>
        ) : undefined
      }
      foot={
        <>
          <KeyHint keys={['ArrowUp', 'ArrowDown']} label={t.common.move} />
          <KeyHint keys={['1', '0']} isRange label={t.calls.keysHint} />
          <KeyHint keys={['mod+P']} label={t.calls.print} />
        </>
      }
    >
      <Failure error={list.error} onRetry={() => void list.refetch()} />
      {list.data ? <Batch batchUid={list.data.batchUid} uid={uid} /> : null}
      {rows.length > 0 ? <ListRows rows={rows} current={current} onChoose={setChosen} /> : null}
      <PrintPreview uid={uid} isOpen={isPrinting} onClose={() => setIsPrinting(false)} />
    </Page>
  );
}
