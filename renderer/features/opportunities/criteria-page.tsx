import './opportunities.css';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { SaveButton } from '#renderer/components/save-button.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useHeld } from '#renderer/lib/unsaved.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { type Criteria, type Criterion, zCriteria } from '#shared/domain/opportunities/criteria.ts';
import { criterionText } from '#shared/i18n/deal-text.ts';
import { useCriteria } from './queries.ts';

const most = 12;

/** An id no line has yet. */
function freeId(items: readonly Criterion[]): string {
  for (let n = items.length + 1; ; n++) if (!items.some(item => item.id === `own${n}`)) return `own${n}`;
}

type LinesProps = { readonly items: readonly Criterion[]; readonly onChange: (items: Criterion[]) => void };

function Lines({ items, onChange }: LinesProps) {
  const { t } = useI18n();
  const { opportunities: words } = t;
  const set = (id: string, patch: Partial<Criterion>): void =>
    onChange(items.map(item => (item.id === id ? { ...item, ...patch } : item)));
  return (
    <div className="deal-criteria">
      {items.map(item => (
        <div className="deal-criterion" key={item.id}>
          <TextInput
            aria-label={words.criterionText}
            maxLength={100}
            defaultValue={criterionText(t, item)}
            onChange={event => set(item.id, { text: event.currentTarget.value })}
          />
          <Checkbox
            label={words.required}
            checked={item.required}
            onChange={() => set(item.id, { required: !item.required })}
          />
          <Button size="xs" onClick={() => onChange(items.filter(other => other.id !== item.id))}>
            {words.removeCriterion}
          </Button>
        </div>
      ))}
      {items.length < most ? (
        <div>
          <Button
            size="xs"
            onClick={() => onChange([...items, { id: freeId(items), text: '', required: false }])}
          >
            {words.addCriterion}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Editor({ agreed }: { readonly agreed: { readonly n: number; readonly criteria: Criteria } }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const { opportunities: words } = t;
  const [items, setItems] = useState<readonly Criterion[]>(agreed.criteria.items);
  const save = useMutation(
    orpc.opportunities.saveCriteria.mutationOptions({
      onSuccess: done => undo.offer(words.criteriaSaved(done.n), done.operationUid),
    }),
  );
  const isValid =
    zCriteria.safeParse({ items }).success && items.every(item => criterionText(t, item) !== '');
  const isChanged = JSON.stringify(items) !== JSON.stringify(agreed.criteria.items);
  return (
    <Page
      title={words.criteria}
      lead={words.criteriaVersion(agreed.n)}
      actions={<Link href="/opportunities">{words.back}</Link>}
      confirm={
        <>
          <SaveButton
            label={words.saveCriteria}
            isChanged={isChanged}
            isValid={isValid}
            saving={save}
            onSave={() => save.mutate({ items: [...items] })}
          />
          {isValid ? null : <span className="small warn">{words.oneRequired}</span>}
          <Failure error={save.error} />
        </>
      }
    >
      <p className="prose">{words.criteriaLead}</p>
      <Lines items={items} onChange={setItems} />
    </Page>
  );
}

/** 商談化基準: what has to be known before a lead is called a 商談. */
export function CriteriaPage() {
  const { t } = useI18n();
  const agreed = useCriteria();
  const held = useHeld(agreed.data);
  if (!held)
    return (
      <Page title={t.opportunities.criteria}>
        <Failure error={agreed.error} />
      </Page>
    );
  return <Editor key={held.n} agreed={held} />;
}
