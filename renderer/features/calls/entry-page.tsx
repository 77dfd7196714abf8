import './calls.css';
import './entry.css';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { KeyHint } from '#renderer/components/keycap.tsx';
import { Meter } from '#renderer/components/meter.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { EntryList } from '#shared/contract/call-entry.ts';
import { addDays, type Day } from '#shared/domain/base/days.ts';
import { type CallRules, reasonsFor } from '#shared/domain/calls/call-rules.ts';
import { CALL_RESULTS, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { EntryDays, ListCodeField } from './entry-head.tsx';
import { EntryRows } from './entry-rows.tsx';
import { type Typing, useTyping } from './use-typing.ts';

/** A list of this week is typed on the day of its calls, an older one for the last day of its week. */
function dayFor({ days, weekOn }: EntryList): Day {
  const inWeek = days.filter(on => on < addDays(weekOn, 7));
  return inWeek.at(-1) ?? days.at(-1) ?? weekOn;
}

function useTypingKeys(typing: Typing, rules: CallRules, finish: () => void): void {
  const { t } = useI18n();
  const undo = useUndo();
  const { keys } = t.callEntry;
  useKeys([
    ...CALL_RESULTS.map(outcome => ({
      keys: OUTCOMES[outcome].key,
      label: keys.results,
      run: () => {
        if (typing.asking?.what !== 'reason') return typing.press(outcome);
        const reason = reasonsFor(rules, typing.asking.outcome)[Number(OUTCOMES[outcome].key) - 1];
        return reason === undefined ? undefined : typing.answer({ reason });
      },
    })),
    { keys: 'shift+D', label: keys.doNotCall, run: typing.doNotCall },
    { keys: 'shift+d', label: keys.doNotCall, run: typing.doNotCall },
    { keys: 'Space', label: keys.skip, run: typing.skipRow },
    { keys: 'ArrowDown', label: keys.move, run: () => typing.move(1) },
    { keys: 'ArrowUp', label: keys.move, run: () => typing.move(-1) },
    { keys: 'm', label: keys.memo, run: typing.memo },
    { keys: 'Escape', label: t.common.cancel, run: typing.cancel, when: () => typing.asking !== null },
    {
      keys: 'Backspace',
      label: keys.undo,
      run: () => {
        const { current } = typing;
        if (current && typing.resultOf(current)) typing.takeBack(current, undo.run);
      },
    },
    { keys: 'mod+Enter', label: t.callEntry.finish, run: finish, whileTyping: true },
  ]);
}

type EntryProps = {
  readonly list: EntryList;
  readonly rules: CallRules;
  readonly error: unknown;
  readonly onOpen: (code: string) => void;
};

function Entry({ list, rules, error, onOpen }: EntryProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [calledOn, setCalledOn] = useState(() => dayFor(list));
  const typing = useTyping(list, calledOn);
  const finish = useMutation(
    orpc.callLists.finish.mutationOptions({
      onSuccess: ({ operationUid }) => undo.offer(t.callEntry.finished(list.number), operationUid),
    }),
  );
  const end = (): void => finish.mutate({ uid: list.uid });
  useTypingKeys(typing, rules, end);
  const progress = t.callEntry.lead(typing.done, list.items.length);
  const { keys } = t.callEntry;
  return (
    <Page
      title={t.callEntry.title}
      lead={<span aria-live="polite">{progress}</span>}
      actions={
        <Button variant="filled" loading={finish.isPending} onClick={end}>
          {t.callEntry.finish}
        </Button>
      }
      foot={
        <>
          <KeyHint keys={['1', '0']} isRange label={keys.results} />
          <KeyHint keys={['Space']} label={keys.skip} />
          <KeyHint keys={['shift+D']} label={keys.doNotCall} />
          <KeyHint keys={['M']} label={keys.memo} />
          <KeyHint keys={['Backspace']} label={keys.undo} />
          <KeyHint keys={['L']} label={keys.list} />
        </>
      }
    >
      <div className="entry-head">
        <ListCodeField number={list.number} onOpen={onOpen} />
        <EntryDays days={list.days} value={calledOn} onChange={setCalledOn} />
        <div className="entry-progress">
          <b>{[list.callerName ?? '', progress].filter(Boolean).join('　')}</b>
          <Meter value={typing.done} max={list.items.length} label={progress} />
        </div>
      </div>
      <Failure error={error ?? typing.error ?? finish.error} />
      {list.typedBackAt === null ? null : <p className="muted">{t.callEntry.finishedNote}</p>}
      <EntryRows list={list} typing={typing} rules={rules} calledOn={calledOn} />
      {typing.at >= list.items.length ? <p className="entry-end">{t.callEntry.endOfList}</p> : null}
    </Page>
  );
}

/** 結果まとめ入力: the results of a paper list, one key per row in the order of the paper. */
export function EntryPage() {
  const { t } = useI18n();
  const { client, orpc } = useBackend();
  const { uid } = useParams<{ uid?: string }>();
  const [asked, setAsked] = useState<{ uid?: string; code?: string }>(uid === undefined ? {} : { uid });
  const list = useQuery({ ...orpc.callLists.entry.queryOptions({ input: asked }) });
  const rules = useQuery(orpc.callRules.get.queryOptions({ input: {} }));
  const open = useMutation({
    mutationFn: async (code: string) => await client.callLists.entry({ code }),
    onSuccess: (_found, code) => setAsked({ code }),
  });
  // While the next number is looked up, and when it is wrong, the list in hand stays.
  if (list.data && rules.data)
    return (
      <Entry
        key={`${list.data.uid} ${list.data.from}`}
        list={list.data}
        rules={rules.data.rules}
        error={open.error}
        onOpen={code => open.mutate(code)}
      />
    );
  return (
    <Page title={t.callEntry.title} lead={t.callEntry.leadNone}>
      <Failure error={list.error ?? open.error} onRetry={() => void list.refetch()} />
      {list.data === null ? (
        <EmptyState
          title={t.callEntry.none}
          text={t.callEntry.noneText}
          other={<Link href="/calls">{t.callEntry.toCalls}</Link>}
        />
      ) : null}
    </Page>
  );
}
