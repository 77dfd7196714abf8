import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { focusFirst } from '#renderer/lib/focus-first.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Company } from '#shared/contract/companies.ts';
import { kinds } from './queries.ts';
import { draftOf, employeesText, industryText, moneyText } from './words.ts';

const fields = ['name', 'industry', 'employees', 'capital', 'sales', 'corporateNumber'] as const;

/** Saves changes of a company and says so with a way back. */
function useUpdate(message: string, onDone: () => void) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  return useMutation(
    orpc.companies.update.mutationOptions({
      onSuccess: done => {
        onDone();
        showToast({ message, undoLabel: t.common.undo, onUndo: () => undo.run(done.operationUid) });
      },
    }),
  );
}

/** The kind, set at once, and what is known of the company with a form to put it right. */
export function CompanyFacts({ company }: { readonly company: Company }) {
  const { t } = useI18n();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <Section
      title={t.companies.facts}
      action={
        isEditing ? null : (
          <button type="button" className="link-button" onClick={() => setIsEditing(true)}>
            {t.common.edit}
          </button>
        )
      }
    >
      <KindField company={company} />
      {isEditing ? (
        <EditForm company={company} onDone={() => setIsEditing(false)} />
      ) : (
        <Facts company={company} />
      )}
    </Section>
  );
}

function KindField({ company }: { readonly company: Company }) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState(company.kind);
  const update = useUpdate(t.companies.kindSet(t.leads.kinds[chosen]), () => undefined);
  return (
    <>
      <NativeSelect
        className="company-kind"
        label={t.companies.kind}
        description={t.companies.kindNote}
        value={company.kind}
        disabled={update.isPending}
        data={kinds.map(kind => ({ value: kind, label: t.leads.kinds[kind] }))}
        onChange={event => {
          const kind = kinds.find(value => value === event.currentTarget.value);
          if (kind === undefined) return;
          setChosen(kind);
          update.mutate({ uid: company.uid, patch: { kind } });
        }}
      />
      <Failure error={update.error} />
    </>
  );
}

function Facts({ company }: { readonly company: Company }) {
  const { t } = useI18n();
  const rows = [
    [t.companies.industry, industryText(t, company.industry)],
    [t.companies.employees, employeesText(t, company.employees)],
    [t.companies.capital, moneyText(t, company.capital)],
    [t.companies.sales, moneyText(t, company.sales)],
    [t.companies.corporateNumber, company.corporateNumber ?? ''],
    [t.companies.domain, company.domain ?? ''],
  ] as const;
  return (
    <dl className="company-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' ? <span className="muted">{t.common.unknown}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The fields the backend could not read, by name. */
function unreadOf(error: unknown): ReadonlySet<string> {
  const data = (error as { data?: { issues?: readonly { path: string }[] } } | null)?.data;
  return new Set(data?.issues?.map(issue => issue.path));
}

function EditForm({ company, onDone }: { readonly company: Company; readonly onDone: () => void }) {
  const { t } = useI18n();
  const [start] = useState(() => draftOf(company));
  const [draft, setDraft] = useState(start);
  const update = useUpdate(t.companies.saved, onDone);
  const save = (): void => {
    const changed = fields.filter(field => draft[field] !== start[field]);
    if (changed.length === 0) onDone();
    else
      update.mutate({
        uid: company.uid,
        patch: Object.fromEntries(changed.map(field => [field, draft[field]])),
      });
  };
  useKeys([
    { keys: 'mod+Enter', label: t.common.save, run: save, whileTyping: true },
    { keys: 'Escape', label: t.common.close, run: onDone, whileTyping: true },
  ]);
  const hints = {
    name: '',
    industry: t.companies.industryHint,
    employees: t.companies.employeesHint,
    capital: t.companies.moneyHint,
    sales: t.companies.moneyHint,
    corporateNumber: t.companies.numberHint,
  };
  const unread = unreadOf(update.error);
  return (
    <form
      className="company-edit"
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      {fields.map((field, index) => (
        <TextInput
          key={field}
          label={t.companies[field]}
          description={hints[field] || undefined}
          autoComplete="off"
          ref={index === 0 ? focusFirst : null}
          value={draft[field]}
          error={unread.has(field) ? t.companies.unreadable : undefined}
          onChange={event => {
            const { value } = event.currentTarget;
            setDraft(now => ({ ...now, [field]: value }));
          }}
        />
      ))}
      {unread.size === 0 ? <Failure error={update.error} /> : null}
      <div className="company-edit-foot">
        <Button
          type="submit"
          variant="filled"
          loading={update.isPending}
          rightSection={<Keycap keys="mod+Enter" />}
        >
          {t.common.save}
        </Button>
        <Button onClick={onDone}>{t.common.cancel}</Button>
      </div>
    </form>
  );
}
