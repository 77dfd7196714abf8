import { Button, Radio } from '@mantine/core';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Answers, CardPerson, ForetoldRow } from '#shared/contract/imports.ts';

type Answer = Answers[string];
type AskedRowsProps = {
  readonly rows: readonly ForetoldRow[];
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
};

const fields = ['companyName', 'name', 'department', 'title', 'email', 'phone', 'address'] as const;
const kinds = ['different', 'leaveOut', 'later'] as const;
/** Candidates shown beside a row; somebody who looks like more people than that waits for the inbox. */
const shownCandidates = 3;

/** The likeliest candidate of a row, when the same company and the same full name say so. */
const likely = (row: ForetoldRow) =>
  row.candidates.length === 1 && row.candidates[0]?.level === 'C' ? row.candidates[0] : undefined;

/** Rows that look like somebody, each beside whom it looks like, to be answered before anything is written. */
export function AskedRows({ rows, answers, onAnswer }: AskedRowsProps) {
  const { t } = useI18n();
  const open = rows.filter(row => likely(row) && !answers[row.line]);
  const takeLikely = (): void =>
    onAnswer({
      ...answers,
      ...Object.fromEntries(
        open.map((row): [string, Answer] => [
          String(row.line),
          { kind: 'same', uid: likely(row)?.uid ?? '' },
        ]),
      ),
    });
  return (
    <>
      <div className="asked-head">
        <p className="prose">{t.imports.askedHint}</p>
        {open.length > 1 ? <Button onClick={takeLikely}>{t.imports.allLikely(open.length)}</Button> : null}
      </div>
      {rows.map(row => (
        <AskedRow
          key={row.line}
          row={row}
          answer={answers[row.line]}
          onAnswer={answer => onAnswer({ ...answers, [row.line]: answer })}
        />
      ))}
    </>
  );
}

type AskedRowProps = {
  readonly row: ForetoldRow;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
};

function AskedRow({ row, answer, onAnswer }: AskedRowProps) {
  const { t } = useI18n();
  const candidates = row.candidates.slice(0, shownCandidates);
  const value = answer?.kind === 'same' ? answer.uid : (answer?.kind ?? 'later');
  const choose = (chosen: string): void => {
    const kind = kinds.find(known => known === chosen);
    onAnswer(kind ? { kind } : { kind: 'same', uid: chosen });
  };
  const isInTrash = row.reason?.code === 'inTrash';
  return (
    <Radio.Group
      className="asked-row"
      value={value}
      onChange={choose}
      label={t.imports.askedRow(row.line, [row.card?.companyName, row.card?.name].filter(Boolean).join(' '))}
    >
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{t.imports.item}</th>
            <th scope="col">{t.imports.thisRow}</th>
            {candidates.map(candidate => (
              <th key={candidate.uid} scope="col">
                {candidate.line === null ? t.imports.knownPerson : t.imports.otherRow(candidate.line)}
                <span className="small muted">
                  {codeText(t.imports.rowReasons, candidate.reason.code, candidate.reason.params)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields
            .filter(field => [row.card, ...candidates.map(c => c.person)].some(person => person?.[field]))
            .map(field => (
              <tr key={field}>
                <th scope="row">{t.imports.changeFields[field]}</th>
                <td>{row.card?.[field]}</td>
                {candidates.map(candidate => (
                  <Compared key={candidate.uid} field={field} card={row.card} person={candidate.person} />
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      {isInTrash ? <p className="small muted prose">{t.imports.askedInTrash}</p> : null}
      <div className="asked-answers">
        {candidates.map((candidate, index) => (
          <Radio
            key={candidate.uid}
            value={candidate.uid}
            label={
              isInTrash
                ? t.imports.backFromTrash
                : candidates.length === 1
                  ? t.imports.samePerson
                  : t.imports.sameAs(index + 1, candidate.person.name)
            }
          />
        ))}
        {isInTrash ? (
          <Radio value="leaveOut" label={t.imports.stayInTrash} />
        ) : (
          <Radio value="different" label={t.imports.otherPerson} />
        )}
        <Radio value="later" label={t.imports.answerLater} />
      </div>
    </Radio.Group>
  );
}

type ComparedProps = {
  readonly field: (typeof fields)[number];
  readonly card: CardPerson | null;
  readonly person: CardPerson;
};

/** A value of a candidate; bold where it says something else than the card. */
function Compared({ field, card, person }: ComparedProps) {
  const isOther = person[field] !== '' && card?.[field] !== '' && person[field] !== card?.[field];
  return <td>{isOther ? <strong>{person[field]}</strong> : person[field]}</td>;
}
