import { Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import { isTicked } from '#shared/domain/duplicates/pairs.ts';
import { nameOf } from './queries.ts';

type RowProps = {
  readonly pair: DuplicatePair;
  readonly isCurrent: boolean;
  readonly isTicked: boolean;
  readonly onChoose: () => void;
  /** Missing where a pair cannot be ticked. */
  readonly onTick: (() => void) | undefined;
};

function PairRow({ pair, isCurrent, isTicked, onChoose, onTick }: RowProps) {
  const { t } = useI18n();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={element} data-current={isCurrent || undefined}>
      <span className="pair-tick">
        {onTick === undefined ? null : (
          <Checkbox
            size="xs"
            checked={isTicked}
            onChange={onTick}
            aria-label={t.duplicates.tickPair(nameOf(pair))}
          />
        )}
      </span>
      <button type="button" aria-current={isCurrent} onClick={onChoose}>
        <b className="clip">{nameOf(pair)}</b>
        <span className="clip small">{pair.survivor.values.company || pair.other.values.company}</span>
        <span className="clip small muted">{t.duplicates.reasons[pair.reason]}</span>
      </button>
    </li>
  );
}

type PairListProps = {
  readonly pairs: readonly DuplicatePair[];
  readonly current: number;
  readonly ticked: ReadonlySet<string>;
  readonly canTick: boolean;
  readonly onChoose: (index: number) => void;
  readonly onTick: (uid: string) => void;
};

/** The inbox: sure pairs first, ticked; unsure ones below, each for itself. */
export function PairList(props: PairListProps) {
  const { t } = useI18n();
  const { pairs, current, ticked, canTick } = props;
  const groups = [
    { title: t.duplicates.sure, isSure: true },
    { title: t.duplicates.unsure, isSure: false },
  ];
  return (
    <nav className="pair-list" aria-label={t.duplicates.list}>
      {groups.map(group => {
        const rows = pairs.flatMap((pair, index) =>
          isTicked(pair) === group.isSure ? [{ pair, index }] : [],
        );
        return rows.length === 0 ? null : (
          <section key={group.title}>
            <h2 className="small">{group.title}</h2>
            <ul>
              {rows.map(({ pair, index }) => (
                <PairRow
                  key={pair.uid}
                  pair={pair}
                  isCurrent={index === current}
                  isTicked={ticked.has(pair.uid)}
                  onChoose={() => props.onChoose(index)}
                  onTick={canTick && group.isSure ? () => props.onTick(pair.uid) : undefined}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
