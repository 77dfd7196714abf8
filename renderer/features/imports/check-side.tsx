import { useState } from 'react';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Answers, ForetoldRow, ImportPreview } from '#shared/contract/imports.ts';
import { AboutForm } from './about-form.tsx';
import { CardOwners } from './card-owners.tsx';
import { CompanyLines } from './company-lines.tsx';
import { groupCounts, Outcomes } from './outcomes.tsx';
import { groupOf, RowsDialog } from './rows-dialog.tsx';
import type { AboutChoice, FileChoices, OutcomeGroup } from './types.ts';

type CheckSideProps = {
  readonly preview: ImportPreview;
  readonly choices: FileChoices;
  readonly shared: AboutChoice;
  readonly onChange: (choices: FileChoices) => void;
};

/** What becomes of the rows, with the rows behind every figure, and what they share. */
export function CheckSide({ preview, choices, shared, onChange }: CheckSideProps) {
  const { t } = useI18n();
  const { about } = choices;
  const setAbout = (changed: AboutChoice): void => onChange({ ...choices, about: { ...about, ...changed } });
  return (
    <>
      <Section title={t.imports.outcomes}>
        {preview.whole ? null : (
          <p className="small muted" role="status">
            {t.imports.firstRows(preview.counts.read)}
          </p>
        )}
        <ForetoldOutcomes preview={preview} choices={choices} onChange={onChange} />
        <CompanyLines preview={preview} />
      </Section>
      <Section title={t.imports.about}>
        <AboutForm about={{ ...preview.about, ...shared, ...about }} onChange={setAbout}>
          <CardOwners
            owners={preview.cardOwners}
            chosen={{ ...shared.cardOwners, ...about.cardOwners }}
            onChange={(name, uid) => setAbout({ cardOwners: { ...about.cardOwners, [name]: uid } })}
          />
        </AboutForm>
      </Section>
    </>
  );
}

/** The figures, each opening its rows. Answers are taken over when the rows are closed again. */
function ForetoldOutcomes({ preview, choices, onChange }: Omit<CheckSideProps, 'shared'>) {
  const { t } = useI18n();
  const [group, setGroup] = useState<OutcomeGroup | null>(null);
  const [draft, setDraft] = useState<Answers>(choices.answers);
  const open = (next: OutcomeGroup): void => {
    setDraft(choices.answers);
    setGroup(next);
  };
  const rows = rowsOf(group, preview.listed, choices.answered);
  const close = (): void => {
    setGroup(null);
    if (draft === choices.answers) return;
    const others = choices.answered.filter(row => groupOf(row) !== group);
    const here = rows.filter(row => draft[row.line] && draft[row.line]?.kind !== 'later');
    onChange({ ...choices, answers: draft, answered: [...others, ...here] });
  };
  const total = group === null ? 0 : groupCounts(preview.counts)[group];
  const answered = (['asked', 'setAside'] as const).flatMap(of => {
    const count = choices.answered.filter(row => groupOf(row) === of).length;
    return count === 0 ? [] : [{ of, count }];
  });
  return (
    <>
      <Outcomes caption={t.imports.outcomes} counts={preview.counts} onOpen={open} />
      {answered.map(({ of, count }) => (
        <button key={of} type="button" className="link-button" onClick={() => open(of)}>
          {t.imports.answered(count)}
        </button>
      ))}
      <RowsDialog
        group={group}
        rows={rows}
        total={Math.max(total, rows.length)}
        answers={draft}
        onAnswer={setDraft}
        onClose={close}
      />
    </>
  );
}

/** The rows of a figure. Rows that were answered count elsewhere now, but stay to be looked at again. */
function rowsOf(
  group: OutcomeGroup | null,
  listed: readonly ForetoldRow[],
  answered: readonly ForetoldRow[],
): readonly ForetoldRow[] {
  const rows = listed.filter(row => groupOf(row) === group);
  const again = answered.filter(row => groupOf(row) === group && rows.every(({ line }) => line !== row.line));
  return [...again, ...rows].sort((a, b) => a.line - b.line);
}
