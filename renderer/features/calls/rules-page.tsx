import './calls.css';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { SaveButton } from '#renderer/components/save-button.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useHeld } from '#renderer/lib/unsaved.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { type CallRules, defaultCallRules, zCallRules } from '#shared/domain/calls/call-rules.ts';
import { RulesExamples } from './rules-examples.tsx';
import { GoalFields, LimitFields, NextFields } from './rules-fields.tsx';
import { WordFields } from './rules-words.tsx';

const isSame = (a: CallRules, b: CallRules): boolean => JSON.stringify(a) === JSON.stringify(b);

function Editor({ saved }: { readonly saved: CallRules }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [draft, setDraft] = useState(saved);
  const [shown, setShown] = useState(saved);
  const isValid = zCallRules.safeParse(draft).success;
  // A number that cannot be leaves the examples as they were.
  if (isValid && shown !== draft) setShown(draft);
  const save = useMutation(
    orpc.callRules.save.mutationOptions({
      onSuccess: done => undo.offer(t.callRules.saved, done.operationUid),
    }),
  );
  const fields = { rules: draft, onChange: setDraft };
  return (
    <Page
      title={t.callRules.title}
      lead={t.callRules.lead}
      side={<RulesExamples rules={shown} />}
      confirm={
        <>
          <SaveButton
            label={t.callRules.save}
            isChanged={!isSame(draft, saved)}
            isValid={isValid}
            saving={save}
            onSave={() => save.mutate({ rules: draft })}
          />
          {isSame(draft, defaultCallRules) ? (
            <span className="small muted">{t.callRules.isUsual}</span>
          ) : (
            <Button onClick={() => setDraft(defaultCallRules)}>{t.callRules.backToUsual}</Button>
          )}
          <Failure error={save.error} />
        </>
      }
    >
      <div className="call-rules">
        <NextFields {...fields} />
        <LimitFields {...fields} />
        <GoalFields {...fields} />
        <WordFields {...fields} />
      </div>
    </Page>
  );
}

/** 電話のルール: how often, how long and when is called again, and the team's words for it. */
export function CallRulesPage() {
  const { orpc } = useBackend();
  const rules = useQuery(orpc.callRules.get.queryOptions({ input: {} }));
  const held = useHeld(rules.data);
  if (held === undefined) return <Failure error={rules.error} onRetry={() => void rules.refetch()} />;
  return <Editor key={held.n} saved={held.rules} />;
}
