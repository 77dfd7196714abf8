import { useQuery } from '@tanstack/react-query';
import { Section } from '#renderer/components/section.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { Lead } from '#shared/contract/leads.ts';
import { type FactField, factFields } from './fact-fields.ts';
import { FactRow } from './fact-row.tsx';
import { useInlineEdit } from './use-inline-edit.ts';

function Facts({ lead, fields }: { readonly lead: Lead; readonly fields: readonly FactField[] }) {
  const { t } = useI18n();
  const edit = useInlineEdit();
  const first = fields[0];
  const start = (): void => {
    if (first) edit.open(first);
  };
  useKeys([
    { keys: 'F2', label: t.leadPage.edit, run: start },
    { keys: 'e', label: t.leadPage.edit, run: start },
  ]);
  const others = lead.affiliations.filter(other => other.companyName !== lead.companyName);
  return (
    <Section
      title={t.leadPage.facts}
      action={
        <button type="button" className="link-button" aria-keyshortcuts="F2" onClick={start}>
          {t.leadPage.edit}
        </button>
      }
    >
      <p className="small muted fact-hint">{t.leadPage.editHint}</p>
      <dl className="facts">
        {fields.map((field, index) => (
          <FactRow
            key={field.key}
            field={field}
            edit={edit}
            before={fields[index - 1]}
            after={fields[index + 1]}
          />
        ))}
        {others.length === 0 ? null : (
          <div className="fact">
            <dt>{t.leads.affiliations}</dt>
            <dd>{others.map(other => `${other.companyName} ${other.title}`.trim()).join('、')}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

/** What is known about a lead, every fact typed in its place. */
export function LeadFacts({ lead }: { readonly lead: Lead }) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const today = useStatus()?.today;
  const members = useQuery(orpc.members.list.queryOptions({ input: {} }));
  if (today === undefined) return null;
  return <Facts lead={lead} fields={factFields(lead, { t, lang, today, members: members.data ?? [] })} />;
}
