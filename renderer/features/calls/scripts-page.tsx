import './calls.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { SaveButton } from '#renderer/components/save-button.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useHeld } from '#renderer/lib/unsaved.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import {
  type CallScript,
  type CallScripts,
  SCRIPT_CODES,
  type ScriptCode,
} from '#shared/domain/calls/scripts.ts';
import { scriptText, shippedScript } from '#shared/i18n/call-scripts.ts';
import { useScripts } from './queries.ts';
import { ScriptFields } from './script-fields.tsx';

const isSame = (a: CallScript | null, b: CallScript | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The team's draft: a script that reads as it came stays the shipped one, in every language. */
function useDraft(saved: CallScripts) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(saved);
  const isChanged = SCRIPT_CODES.some(code => !isSame(draft[code], saved[code]));
  const change = (code: ScriptCode, script: CallScript): void =>
    setDraft({ ...draft, [code]: isSame(script, shippedScript(code, t)) ? null : script });
  return { draft, isChanged, change };
}

function Editor({ saved }: { readonly saved: CallScripts }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [code, setCode] = useState<ScriptCode>('exhibition');
  const { draft, isChanged, change } = useDraft(saved);
  const save = useMutation(
    orpc.callScripts.save.mutationOptions({
      onSuccess: done => undo.offer(t.callScripts.saved, done.operationUid),
    }),
  );
  return (
    <Page
      title={t.callScripts.title}
      lead={t.callScripts.when[code]}
      confirm={
        <>
          <SaveButton
            label={t.callScripts.save}
            isChanged={isChanged}
            saving={save}
            onSave={() => save.mutate({ scripts: draft })}
          />
          {draft[code] === null ? (
            <span className="small muted">{t.callScripts.shippedNote}</span>
          ) : (
            <Button onClick={() => change(code, shippedScript(code, t))}>
              {t.callScripts.backToShipped}
            </Button>
          )}
          {isChanged ? null : <span className="small muted">{t.callScripts.unchanged}</span>}
          <Failure error={save.error} />
        </>
      }
    >
      <p className="prose">{t.callScripts.editLead}</p>
      <SegmentedControl
        aria-label={t.callScripts.title}
        value={code}
        data={SCRIPT_CODES.map(value => ({ value, label: t.callScripts.kinds[value] }))}
        onChange={value => setCode(SCRIPT_CODES.find(known => known === value) ?? code)}
      />
      <ScriptFields script={scriptText(draft, code, t)} onChange={script => change(code, script)} />
    </Page>
  );
}

/** トークスクリプト: the four scripts in the team's own words. */
export function ScriptsPage() {
  const scripts = useScripts();
  const held = useHeld(scripts.data);
  if (held === undefined) return <Failure error={scripts.error} onRetry={() => void scripts.refetch()} />;
  return <Editor key={held.n} saved={held.scripts} />;
}
