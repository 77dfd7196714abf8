import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { DuplicatePair, PairPerson } from '#shared/contract/duplicates.ts';
import type { MergeField, MergeSide } from '#shared/domain/duplicates/choices.ts';
import { formatDayLong } from '#shared/i18n/format.ts';
import type { Choices } from './queries.ts';

const sides = ['survivor', 'other'] as const;

function Head({ person, side }: { readonly person: PairPerson; readonly side: MergeSide }) {
  const { t } = useI18n();
  return (
    <th scope="col">
      <span className="with-icon">
        <RankSeal band={person.band} /> {person.total}
        <Link href={`/leads/${person.uid}`}>{t.duplicates[side]}</Link>
      </span>
      <span className="small muted">
        {side === 'survivor' ? t.duplicates.survivorNote : t.duplicates.otherNote}
      </span>
    </th>
  );
}

/** A field as people read it; codes and days become words. */
function useReadable() {
  const { t, lang } = useI18n();
  return (person: PairPerson, field: MergeField): string => {
    if (field === 'consent') return codeText(t.imports.consents, person.values.consent);
    if (field === 'acquisition')
      return [
        formatDayLong(person.acquiredOn, lang),
        person.eventName || codeText(t.common.channel, person.channel),
      ].join(' ');
    return person.values[field];
  };
}

type FieldRowProps = {
  readonly pair: DuplicatePair;
  readonly field: DuplicatePair['fields'][number];
  readonly choice: MergeSide;
  readonly isOpen: boolean;
  readonly onChoose: (side: MergeSide) => void;
};

function FieldRow({ pair, field: { field, differs }, choice, isOpen, onChoose }: FieldRowProps) {
  const { t } = useI18n();
  const read = useReadable();
  const label = t.duplicates.fields[field];
  if (sides.every(side => pair[side].values[field] === '')) return null;
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">{label}</th>
      {sides.map(side => {
        const text = read(pair[side], field);
        return (
          <td key={side} data-chosen={(differs && choice === side) || undefined}>
            {differs && isOpen ? (
              <Radio
                size="xs"
                name={`${pair.uid} ${field}`}
                data-field={field}
                value={side}
                checked={choice === side}
                onChange={() => onChoose(side)}
                label={text}
                aria-label={`${t.duplicates.choose(label, t.duplicates[side])} ${text}`}
              />
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** What both keep: shown, with nothing to choose. */
function UnitedRow({
  label,
  cells,
}: {
  readonly label: string;
  readonly cells: readonly [ReactNode, ReactNode];
}) {
  const { t } = useI18n();
  if (cells.every(cell => cell === '')) return null;
  return (
    <tr className="united" title={t.duplicates.united}>
      <th scope="row">{label}</th>
      <td>{cells[0]}</td>
      <td>{cells[1]}</td>
    </tr>
  );
}

function Records({ person }: { readonly person: PairPerson }) {
  const { t } = useI18n();
  return (
    <>
      {t.duplicates.historyCount(person.events)}
      {person.doNotCall ? <span className="late"> {t.leads.doNotCall}</span> : null}
    </>
  );
}

function United({ pair }: { readonly pair: DuplicatePair }) {
  const { t, lang } = useI18n();
  const comma = lang === 'ja' ? '、' : ', ';
  const both = (read: (person: PairPerson) => string): [string, string] => [
    read(pair.survivor),
    read(pair.other),
  ];
  return (
    <tbody>
      <tr className="united-head">
        <th scope="colgroup" colSpan={3}>
          {t.duplicates.united}
        </th>
      </tr>
      <UnitedRow
        label={t.duplicates.points}
        cells={both(person => person.points.map(point => point.value).join(comma))}
      />
      <UnitedRow
        label={t.duplicates.affiliations}
        cells={both(person =>
          person.affiliations
            .map(a => [a.companyName, a.title].filter(text => text !== '').join(' '))
            .join(comma),
        )}
      />
      <UnitedRow label={t.duplicates.tags} cells={both(person => person.tags.join(comma))} />
      <UnitedRow label={t.duplicates.memo} cells={both(person => person.memo)} />
      <UnitedRow
        label={t.duplicates.history}
        cells={[
          <Records key="survivor" person={pair.survivor} />,
          <Records key="other" person={pair.other} />,
        ]}
      />
    </tbody>
  );
}

type PairLedgerProps = {
  readonly pair: DuplicatePair;
  readonly choices: Choices;
  readonly onChoose: (field: MergeField, side: MergeSide) => void;
};

/** Both people side by side: where they differ, one is chosen per field; everything else stays. */
export function PairLedger({ pair, choices, onChoose }: PairLedgerProps) {
  const { t } = useI18n();
  return (
    <div className="pair-ledger">
      <p className="pair-reason">
        <b>{t.duplicates.reasons[pair.reason]}</b>
      </p>
      <table aria-label={t.duplicates.ledger}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t.duplicates.field}</span>
            </th>
            <Head person={pair.survivor} side="survivor" />
            <Head person={pair.other} side="other" />
          </tr>
        </thead>
        <tbody>
          {pair.fields.map(field => (
            <FieldRow
              key={field.field}
              pair={pair}
              field={field}
              choice={choices[field.field] ?? field.choice}
              isOpen={pair.state === 'open'}
              onChoose={side => onChoose(field.field, side)}
            />
          ))}
        </tbody>
        <United pair={pair} />
      </table>
    </div>
  );
}
