import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Day } from '#shared/domain/base/days.ts';
import { isEnough, readTypedLine, type TypedLine } from '#shared/domain/calls/entry.ts';
import { reasonWord } from '#shared/i18n/call-words.ts';
import { formatDay, formatMinute } from '#shared/i18n/format.ts';
import type { Asking } from './use-typing.ts';

const named = ['callback', 'appointment', 'other'] as const;
const kindOf = ({ outcome, what }: Asking): (typeof named)[number] | 'memo' =>
  what === 'memo' ? 'memo' : (named.find(code => code === outcome) ?? 'memo');

type LineProps = {
  readonly asking: Asking;
  readonly calledOn: Day;
  readonly initial: string;
  readonly onDone: (line: TypedLine) => void;
  readonly onCancel: () => void;
};

/** `1125 1400 memo` behind a result; Enter or ↓ saves, Esc leaves. What was understood is shown beside it. */
export function EntryLine({ asking, calledOn, initial, onDone, onCancel }: LineProps) {
  const { t, lang } = useI18n();
  const [text, setText] = useState(initial);
  const [isShort, setIsShort] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const line = readTypedLine(text, calledOn);
  const kind = kindOf(asking);
  const save = (): void => {
    if (kind === 'memo' || isEnough(asking.outcome, line)) onDone(line);
    else setIsShort(true);
  };
  return (
    <div className="entry-line">
      <TextInput
        aria-label={t.callEntry.line[kind]}
        placeholder={t.callEntry.lineHint(kind === 'appointment')}
        ref={field}
        autoComplete="off"
        value={text}
        error={isShort && kind !== 'memo' ? t.callEntry.needs[kind] : undefined}
        onChange={event => {
          setIsShort(false);
          setText(event.currentTarget.value);
        }}
        onKeyDown={event => {
          if (event.key === 'Escape') onCancel();
          else if (event.key === 'Enter' || event.key === 'ArrowDown') save();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="small muted">
        {line.on === null
          ? t.callEntry.line[kind]
          : t.callEntry.read(formatDay(line.on, lang), line.minute === null ? '' : formatMinute(line.minute))}
      </span>
    </div>
  );
}

/** The reasons of a result by their numbers. */
export function EntryReasons(props: {
  readonly reasons: readonly string[];
  readonly onPick: (reason: string) => void;
}) {
  const { t } = useI18n();
  return (
    <span className="entry-reasons">
      <span className="small muted">{t.callEntry.pickReason}</span>
      {props.reasons.map((reason, index) => (
        <button key={reason} type="button" className="link-button" onClick={() => props.onPick(reason)}>
          <Keycap keys={String(index + 1)} /> {reasonWord(t, reason)}
        </button>
      ))}
    </span>
  );
}
