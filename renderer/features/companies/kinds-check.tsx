import { Checkbox } from '@mantine/core';
import { Section } from '#renderer/components/section.tsx';
import { SumTable } from '#renderer/components/sum-table.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Preview = OutputOf<'companies', 'previewKinds'>;
const outcomes = ['set', 'same', 'asked', 'added', 'repeated', 'unread'] as const;

type KindsCheckProps = {
  readonly preview: Preview;
  /** Uids of the similar companies that are the same. */
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
};

/** What the list will set, line by line accounted for, and the questions only a person can answer. */
export function KindsCheck({ preview, ticked, onTick }: KindsCheckProps) {
  const { t } = useI18n();
  const { counts } = preview;
  const toggle = (uid: string): void => {
    const next = new Set(ticked);
    if (!next.delete(uid)) next.add(uid);
    onTick(next);
  };
  const notes = { ...t.companies.outcomeNotes, set: t.companies.outcomeNotes.set(preview.people) };
  return (
    <>
      <div className="kinds-source">
        <Section title={t.companies.checkTitle}>
          {preview.header === '' ? null : <p className="muted">{t.companies.column(preview.header)}</p>}
          <SumTable
            caption={t.companies.checkTitle}
            totalLabel={t.companies.lines}
            total={counts.lines}
            rows={outcomes
              .filter(key => counts[key] > 0 || key === 'set')
              .map(key => ({
                key,
                label: t.companies.outcome[key],
                note: notes[key],
                value: counts[key],
              }))}
          />
        </Section>
      </div>
      {preview.asked.length === 0 ? null : (
        <Section title={t.companies.askedTitle} note={t.companies.askedNote}>
          <ul className="asked-list">
            {preview.asked.flatMap(row =>
              row.companies.map(company => (
                <li key={`${row.line} ${company.uid}`}>
                  <Checkbox
                    aria-label={t.companies.askedRow(row.name, company.name)}
                    checked={ticked.has(company.uid)}
                    onChange={() => toggle(company.uid)}
                  />
                  <span>{row.name}</span>
                  <b>{company.name}</b>
                  <span className="small muted">
                    {t.leads.kinds[company.kind]}・{t.common.people(company.people)}
                  </span>
                </li>
              )),
            )}
          </ul>
        </Section>
      )}
      <SetCompanies preview={preview} />
      {preview.unread.length === 0 ? null : (
        <Section title={t.companies.outcome.unread} note={t.common.rows(counts.unread)}>
          <ul className="plain-list">
            {preview.unread.map(row => (
              <li key={row.line}>
                <span>{row.text}</span>
                <span className="small muted">{t.companies.line(row.line)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function SetCompanies({ preview }: Pick<KindsCheckProps, 'preview'>) {
  const { t } = useI18n();
  if (preview.set.length === 0) return null;
  return (
    <Section title={t.companies.setTitle} note={t.common.items(preview.counts.set)}>
      <ul className="asked-list">
        {preview.set.flatMap(row =>
          row.companies.map(company => (
            <li key={company.uid}>
              <span className="small muted num">{row.line}</span>
              <span>{row.name}</span>
              <b>{company.name}</b>
              <span className="small muted">
                {t.leads.kinds[company.kind]}・{t.common.people(company.people)}
              </span>
            </li>
          )),
        )}
      </ul>
    </Section>
  );
}
