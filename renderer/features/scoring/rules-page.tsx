import './scoring.css';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { JobProgress } from '#renderer/components/job-progress.tsx';
import { Page } from '#renderer/components/page.tsx';
import { SaveButton } from '#renderer/components/save-button.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useHeld } from '#renderer/lib/unsaved.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { TEMPLATES, templateRules } from '#shared/domain/scoring/templates.ts';
import { AttributeRules } from './attribute-rules.tsx';
import { BehaviourRules } from './behaviour-rules.tsx';
import { Exceptions, HotSentence } from './hot-sentence.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { type RulesDraft, useRulesDraft } from './use-rules-draft.ts';
import { VersionsDialog } from './versions-dialog.tsx';

function ConfirmBar({ draft }: { readonly draft: RulesDraft }) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const [note, setNote] = useState('');
  return (
    <>
      <SaveButton
        label={words.save}
        isChanged={draft.isChanged}
        isValid={draft.problem === null}
        saving={{ isPending: draft.job.event?.state === 'running' }}
        onSave={() => draft.save(note.trim())}
      />
      {draft.isChanged ? <Button onClick={draft.discard}>{words.discard}</Button> : null}
      <TextInput
        aria-label={words.note}
        placeholder={words.note}
        className="rule-note"
        maxLength={500}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {draft.problem === null ? null : (
        <span role="alert" className="late small">
          {words.problems[draft.problem]}
        </span>
      )}
      {draft.isChanged ? null : <span className="small muted">{words.unchanged}</span>}
      <Failure error={draft.job.error} />
    </>
  );
}

function TemplatePicker({ draft }: { readonly draft: RulesDraft }) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  return (
    <NativeSelect
      aria-label={words.template}
      value=""
      data={[
        { value: '', label: words.templateKeep },
        ...TEMPLATES.map(value => ({ value, label: words.templates[value] })),
      ]}
      onChange={event => {
        const template = TEMPLATES.find(known => known === event.currentTarget.value);
        if (template) draft.change(templateRules(template));
      }}
    />
  );
}

function Editor({ inForce, n }: { readonly inForce: ScoringRules; readonly n: number }) {
  const { t } = useI18n();
  const words = t.scoring.rules;
  const draft = useRulesDraft(inForce);
  const [isAdvanced, setIsAdvanced] = useState(false);
  const [isListed, setIsListed] = useState(false);
  const counts = draft.simulation?.after;
  const running = draft.job.event?.state === 'running' ? draft.job.event : null;
  return (
    <Page
      title={words.title}
      lead={
        <>
          {counts ? words.counts(counts.hot, counts.mid, counts.low) : words.counting}
          <span className="small muted">　{words.version(n)}</span>
        </>
      }
      actions={
        <>
          <TemplatePicker draft={draft} />
          <Button
            leftSection={<IconHistory size={18} stroke={1.5} aria-hidden />}
            onClick={() => setIsListed(true)}
          >
            {words.versions}
          </Button>
        </>
      }
      side={<Rehearsal draft={draft} />}
      sideLabel={words.check}
      confirm={
        running ? (
          <JobProgress
            event={running}
            title={words.saving}
            phase={codeText(words.phases, running.phase)}
            cancelNote={words.cancelNote}
            onCancel={draft.job.cancel}
          />
        ) : (
          <ConfirmBar draft={draft} />
        )
      }
    >
      <fieldset className="rule-form" disabled={running !== null}>
        <HotSentence draft={draft} isAdvanced={isAdvanced} />
        <div className="rule-columns">
          <AttributeRules draft={draft} isAdvanced={isAdvanced} />
          <BehaviourRules draft={draft} isAdvanced={isAdvanced} />
        </div>
        <Switch
          label={words.advanced}
          description={words.advancedNote}
          checked={isAdvanced}
          onChange={event => setIsAdvanced(event.currentTarget.checked)}
        />
        {isAdvanced ? <Exceptions draft={draft} /> : null}
      </fieldset>
      <VersionsDialog isOpen={isListed} onClose={() => setIsListed(false)} onUse={draft.change} />
    </Page>
  );
}

/** What gives how many points and from where on somebody is A or B; checked on everybody before it is saved. */
export function RulesPage() {
  const { orpc } = useBackend();
  const found = useQuery(orpc.scoring.getRules.queryOptions({ input: {} }));
  const held = useHeld(found.data);
  if (!held) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  return <Editor key={held.n} inForce={held.rules} n={held.n} />;
}
