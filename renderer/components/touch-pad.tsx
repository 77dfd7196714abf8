import './outcome-pad.css';
import './touch-pad.css';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useRecordTouch } from '#renderer/lib/use-record-touch.ts';
import { TOUCH_WAYS, type TouchWay, usualTouch } from '#shared/domain/journey/touch-ways.ts';
import { Failure } from './failure.tsx';
import { Keycap } from './keycap.tsx';
import { Section } from './section.tsx';

const directions = ['usual', 'out', 'in'] as const;
const reachedAs = ['usual', 'yes', 'no'] as const;

/** The value after this one, and the first after the last. */
function after<T>(all: readonly [T, ...T[]], value: T): T {
  return all[all.indexOf(value) + 1] ?? all[0];
}

type ToggleProps<T extends string> = {
  readonly label: string;
  readonly keys: string;
  readonly all: readonly T[];
  readonly texts: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
};

function Toggle<T extends string>({ label, keys, all, texts, value, onChange }: ToggleProps<T>) {
  return (
    <div>
      <span className="small">
        {label} <Keycap keys={keys} />
      </span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={all.map(each => ({ value: each, label: texts[each] }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}

type Touch = ReturnType<typeof usualTouch>;
type WayKeysProps = {
  readonly touchOf: (way: TouchWay) => Touch;
  readonly onPress: (way: TouchWay) => void;
};

/** A key per way, each with what it would put down. */
function WayKeys({ touchOf, onPress }: WayKeysProps) {
  const { t } = useI18n();
  return (
    <div className="pad-keys touch-keys">
      {TOUCH_WAYS.map((way, i) => (
        <button
          key={way}
          type="button"
          className="pad-key"
          aria-keyshortcuts={String(i + 1)}
          onClick={() => onPress(way)}
        >
          <Keycap keys={String(i + 1)} />
          {t.touches.ways[way]}
          <small>
            {touchOf(way).direction === 'in' ? `${t.touches.directions.in} ` : ''}
            {touchOf(way).reached ? t.touches.twoWay : t.touches.attempt}
          </small>
        </button>
      ))}
    </div>
  );
}

type TouchPadProps = {
  readonly leadUid: string;
  readonly onDone: () => void;
  /** The way to everything else that can be put down. */
  readonly other?: ReactNode;
};

/** 対応を記録: one key for the way; who began and whether the person was reached have their usual answer. */
export function TouchPad({ leadUid, onDone, other }: TouchPadProps) {
  const { t } = useI18n();
  const noteField = useRef<HTMLInputElement>(null);
  const [direction, setDirection] = useState<(typeof directions)[number]>('usual');
  const [reached, setReached] = useState<(typeof reachedAs)[number]>('usual');
  const [note, setNote] = useState('');
  const record = useRecordTouch(onDone);
  const touchOf = (way: TouchWay): Touch => {
    const usual = usualTouch(way);
    return {
      direction: direction === 'usual' ? usual.direction : direction,
      reached: reached === 'usual' ? usual.reached : reached === 'yes',
    };
  };
  const press = (way: TouchWay): void => record.run({ leadUid, way, note, ...touchOf(way) });
  useKeys([
    ...TOUCH_WAYS.map((way, i) => ({
      keys: String(i + 1),
      label: t.touches.ways[way],
      run: () => press(way),
    })),
    { keys: 'o', label: t.touches.direction, run: () => setDirection(after(directions, direction)) },
    { keys: 'y', label: t.touches.reached, run: () => setReached(after(reachedAs, reached)) },
    {
      keys: 'n',
      label: t.touches.note,
      run: event => {
        event.preventDefault();
        noteField.current?.focus();
      },
    },
    { keys: 'Escape', label: t.common.cancel, run: onDone, whileTyping: true },
  ]);
  return (
    <div className="pad">
      <Section title={t.touches.title} note={t.touches.hint}>
        <WayKeys touchOf={touchOf} onPress={press} />
        <div className="touch-toggles">
          <Toggle
            label={t.touches.direction}
            keys="o"
            all={directions}
            texts={t.touches.directions}
            value={direction}
            onChange={setDirection}
          />
          <Toggle
            label={t.touches.reached}
            keys="y"
            all={reachedAs}
            texts={t.touches.reachedAs}
            value={reached}
            onChange={setReached}
          />
        </div>
        <TextInput
          ref={noteField}
          label={t.touches.note}
          value={note}
          maxLength={2000}
          rightSection={<Keycap keys="n" />}
          onChange={event => setNote(event.currentTarget.value)}
        />
        {other}
        <Failure error={record.error} />
      </Section>
    </div>
  );
}
