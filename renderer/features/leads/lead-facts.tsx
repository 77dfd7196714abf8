import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Lead } from '#shared/contract/leads.ts';

const kinds = ['prospect', 'customer', 'partner', 'supplier', 'competitor', 'own'] as const;
const fields = ['companyName', 'name', 'kana', 'department', 'title', 'phone', 'email', 'memo'] as const;
type Draft = Pick<Lead, (typeof fields)[number] | 'companyKind'>;

const draftOf = (lead: Lead): Draft => ({
  companyName: lead.companyName,
  name: lead.name,
  kana: lead.kana,
  department: lead.department,
  title: lead.title,
  phone: lead.phone,
  email: lead.email,
  memo: lead.memo,
  companyKind: lead.companyKind,
});

/** Only what was changed goes to the backend, so nothing else can be overwritten. */
const changedOf = (draft: Draft, lead: Lead): Partial<Draft> =>
  Object.fromEntries(Object.entries(draft).filter(([key, value]) => lead[key as keyof Draft] !== value));

function EditForm({ lead, onDone }: { readonly lead: Lead; readonly onDone: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [draft, setDraft] = useState(() => draftOf(lead));
  const update = useMutation(
    orpc.leads.update.mutationOptions({
      onSuccess: done => {
        onDone();
        showToast({
          message: t.leads.saved,
          undoLabel: t.common.undo,
          onUndo: () => undo.run(done.operationUid),
        });
      },
    }),
  );
  const save = (): void => {
    const patch = changedOf(draft, lead);
    if (Object.keys(patch).length === 0) onDone();
    else update.mutate({ uid: lead.uid, patch });
  };
  useKeys([{ keys: 'mod+Enter', label: t.common.save, run: save, whileTyping: true }]);
  const labels = {
    companyName: t.leads.company,
    name: t.leads.name,
    kana: t.leads.kana,
    department: t.leads.department,
    title: t.leads.jobTitle,
    phone: t.leads.phone,
    email: t.leads.email,
    memo: t.leads.memo,
  };
  return (
    <Section title={t.leads.edit}>
      <div className="lead-edit">
        {fields.map(key => {
          const shared = {
            label: labels[key],
            value: draft[key],
            onChange: (event: { currentTarget: { value: string } }) => {
              const { value } = event.currentTarget;
              setDraft(now => ({ ...now, [key]: value }));
            },
          };
          return key === 'memo' ? (
            <Textarea key={key} className="wide" rows={3} {...shared} />
          ) : (
            <TextInput key={key} {...shared} />
          );
        })}
        <NativeSelect
          label={t.leads.companyKind}
          value={draft.companyKind}
          data={kinds.map(value => ({ value, label: t.leads.kinds[value] }))}
          onChange={event => {
            const companyKind = kinds.find(kind => kind === event.currentTarget.value);
            if (companyKind) setDraft(now => ({ ...now, companyKind }));
          }}
        />
      </div>
      <Failure error={update.error} />
      <p className="drawer-edit-foot">
        <Button
          variant="filled"
          loading={update.isPending}
          onClick={save}
          rightSection={<Keycap keys="mod+Enter" />}
        >
          {t.common.save}
        </Button>{' '}
        <Button onClick={onDone}>{t.common.cancel}</Button>
      </p>
    </Section>
  );
}

function Facts({ lead, onEdit }: { readonly lead: Lead; readonly onEdit: () => void }) {
  const { t } = useI18n();
  const rows: (readonly [string, string])[] = [
    ...lead.contactPoints.map(
      point =>
        [
          t.leads.phoneKinds[point.kind],
          point.ext === '' ? point.value : `${point.value} ${t.leads.extension(point.ext)}`,
        ] as const,
    ),
    [t.leads.kana, lead.kana],
    [t.leads.companyKind, t.leads.kinds[lead.companyKind]],
    [t.leads.address, `${lead.postalCode} ${lead.address}`.trim()],
    [t.leads.source, `${t.common.channel[lead.channel]} ${lead.eventName}`.trim()],
    [t.leads.tags, lead.tags.join('、')],
    [
      t.leads.affiliations,
      lead.affiliations.map(other => `${other.companyName} ${other.title}`.trim()).join('、'),
    ],
    [t.leads.memo, lead.memo],
  ];
  return (
    <Section
      title={t.leads.contact}
      action={
        <button type="button" className="link-button" onClick={onEdit}>
          {t.leads.edit}
        </button>
      }
    >
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={`${label}${value}`} className="fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}

/** What is known about a lead, and a form to put it right. */
export function LeadFacts({ lead }: { readonly lead: Lead }) {
  const [isEditing, setIsEditing] = useState(false);
  return isEditing ? (
    <EditForm lead={lead} onDone={() => setIsEditing(false)} />
  ) : (
    <Facts lead={lead} onEdit={() => setIsEditing(true)} />
  );
}
