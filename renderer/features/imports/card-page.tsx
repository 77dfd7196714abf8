import './imports.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap, KeyHint } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { CheckedCard } from '#shared/contract/lead-create.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { CardGrid, focusCell } from './card-grid.tsx';
import { blankRow, type CardRow, isBlank } from './card-rows.ts';

const channels = ['event', 'inbound', 'outbound', 'referral', 'other'] as const;
type About = {
  readonly channel: (typeof channels)[number];
  readonly eventName: string;
  readonly acquiredOn: Day | null;
};

const settleMs = 300;
const untouched: { readonly rows: readonly CardRow[]; readonly about: About } = {
  rows: [blankRow],
  about: { channel: 'event', eventName: '', acquiredOn: null },
};
/** What was typed stays while somebody looks elsewhere. */
let kept = untouched;

/** What the backend would make of the rows, by their place; rows changed since are left out. */
function useChecked(rows: readonly CardRow[], isComposing: boolean): ReadonlyMap<number, CheckedCard> {
  const { orpc } = useBackend();
  const [settled] = useDebouncedValue(rows, settleMs);
  const places = settled.flatMap((row, at) => (isBlank(row) ? [] : [at]));
  const cards = settled.filter(row => !isBlank(row)).map(row => ({ ...row }));
  const { data, isPlaceholderData } = useQuery(
    orpc.leads.check.queryOptions({
      input: { cards },
      enabled: cards.length > 0 && !isComposing,
      placeholderData: keepPreviousData,
    }),
  );
  if (!data || isPlaceholderData) return new Map();
  return new Map(
    places.flatMap((at, i) => {
      const card = data[i];
      return card && rows[at] === settled[at] ? [[at, card] as const] : [];
    }),
  );
}

type AboutLineProps = { readonly about: About; readonly onAbout: (about: About) => void };

/** What the cards share. */
function AboutLine({ about, onAbout }: AboutLineProps) {
  const { t } = useI18n();
  const today = useStatus()?.today;
  return (
    <div className="card-about">
      <NativeSelect
        label={t.imports.channel}
        value={about.channel}
        data={channels.map(value => ({ value, label: t.common.channel[value] }))}
        onChange={event =>
          onAbout({
            ...about,
            channel: channels.find(known => known === event.currentTarget.value) ?? 'other',
          })
        }
      />
      <TextInput
        label={t.imports.eventName}
        value={about.eventName}
        onChange={event => onAbout({ ...about, eventName: event.currentTarget.value })}
      />
      {today === undefined ? null : (
        <DayField
          label={t.cards.acquiredOn}
          value={about.acquiredOn ?? today}
          today={today}
          onChange={acquiredOn => onAbout({ ...about, acquiredOn })}
        />
      )}
    </div>
  );
}

/** What becomes of look-alikes and of people in the trash, where there are any. */
function Notes({ checked }: { readonly checked: ReadonlyMap<number, CheckedCard> }) {
  const { t } = useI18n();
  const found = [...checked.values()];
  const inTrash = found.some(card => card.people.some(person => person.inTrash));
  const looksAlike = found.some(card => card.outcome === 'asked' && !card.people[0]?.inTrash);
  return (
    <>
      {looksAlike ? <p className="small muted">{t.cards.asked}</p> : null}
      {inTrash ? <p className="small warn">{t.cards.trashAsked}</p> : null}
    </>
  );
}

/** Saves all cards as one operation and says what became of them. */
function useSaveCards(onSaved: () => void) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  return useMutation(
    orpc.leads.createMany.mutationOptions({
      onSuccess: done => {
        const count = (...outcomes: string[]): number =>
          done.rows.filter(row => outcomes.includes(row.outcome)).length;
        onSaved();
        const sum = t.cards.sum(count('new'), count('filled', 'updated'), count('asked'));
        undo.offer(`${t.cards.saved(done.rows.length)} ${sum}`, done.operationUid);
      },
    }),
  );
}

const isNamed = (row: CardRow): boolean => row.companyName.trim() !== '' || row.name.trim() !== '';

/** Cards typed or pasted as rows, each looked up before it is saved; all of them are one operation. */
export function CardPage() {
  const { t } = useI18n();
  const [state, setState] = useState(kept);
  const [isComposing, setIsComposing] = useState(false);
  const change = (next: typeof kept): void => {
    kept = next;
    setState(next);
  };
  const { rows, about } = state;
  const checked = useChecked(rows, isComposing);
  useEffect(() => focusCell(0), []);
  const typed = rows.filter(row => !isBlank(row));
  const create = useSaveCards(() => {
    change({ ...kept, rows: [blankRow] });
    focusCell(0);
  });
  const canSave = typed.length > 0 && typed.every(isNamed);
  const save = (): void => {
    if (!canSave || create.isPending) return;
    const { acquiredOn, ...rest } = about;
    create.mutate({
      cards: typed.map(row => ({ ...row })),
      about: { ...rest, ...(acquiredOn === null ? {} : { acquiredOn }) },
    });
  };
  useKeys([{ keys: 'mod+Enter', label: t.cards.save(typed.length), run: save, whileTyping: true }]);
  return (
    <Page
      title={t.cards.title}
      lead={t.cards.lead}
      isWide
      confirm={
        <>
          <Button
            variant="filled"
            size="lg"
            disabled={!canSave}
            loading={create.isPending}
            onClick={save}
            rightSection={<Keycap keys="mod+Enter" />}
          >
            {t.cards.save(typed.length)}
          </Button>
          <Button size="lg" component={Link} href="/leads">
            {t.common.close}
          </Button>
          <span className="end">
            <KeyHint keys={['Enter']} label={t.cards.nextRow} />
          </span>
        </>
      }
    >
      <AboutLine about={about} onAbout={next => change({ ...state, about: next })} />
      <CardGrid
        rows={rows}
        checked={checked}
        onRows={next => change({ ...state, rows: next })}
        onComposing={setIsComposing}
      />
      <Notes checked={checked} />
      <Failure error={create.error} />
    </Page>
  );
}
