import { Button, NumberInput, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { saveFile } from '#renderer/platform/files.ts';
import type { Outcome } from '#shared/contract/calls.ts';
import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import type { SlotRate } from '#shared/domain/calls/outcomes.ts';
import { outcomeWord } from '#shared/i18n/call-words.ts';
import type { Timer } from './use-call-timer.ts';
import type { CallWork, More, Result } from './use-call-work.ts';
import { type Asked, askedBy, WorkspaceAsk } from './workspace-ask.tsx';
import { OutcomeKeys } from './workspace-keys.tsx';

/** Nobody is on the phone with one person longer than a working day. */
const MOST_MINUTES = 480;

/** `03:20`, started and stopped by one key, said in minutes while it stands; a forgotten one asks. */
function CallTime({ timer }: { readonly timer: Timer }) {
  const { t } = useI18n();
  useKeys([{ keys: 't', label: t.callWork.timer, run: timer.toggle }]);
  const text = t.callWork.time(Math.floor(timer.seconds / 60), timer.seconds % 60);
  if (timer.isIdle)
    return (
      <span className="work-idle" role="alert">
        {t.callWork.timerIdle}
        <Button size="xs" onClick={timer.keep}>
          {t.callWork.timerKeep}
        </Button>
        <Button size="xs" onClick={timer.cut}>
          {t.callWork.timerCut}
        </Button>
        <Button size="xs" onClick={timer.reset}>
          {t.callWork.timerDrop}
        </Button>
      </span>
    );
  return (
    <>
      <button
        type="button"
        className="work-timer"
        aria-keyshortcuts="t"
        aria-pressed={timer.isRunning}
        onClick={timer.toggle}
      >
        <span className="mono" role="timer" aria-label={t.callWork.timer}>
          {text}
        </span>
        {timer.isRunning ? t.callWork.timerStop : t.callWork.timerStart}
        <Keycap keys="t" />
      </button>
      {timer.isRunning ? null : (
        <NumberInput
          aria-label={t.callWork.timerMinutes}
          className="work-minutes"
          size="xs"
          min={0}
          max={MOST_MINUTES}
          allowDecimal={false}
          hideControls
          suffix={t.callWork.minuteSuffix}
          value={Math.round(timer.seconds / 60)}
          onChange={value => typeof value === 'number' && timer.say(value)}
        />
      )}
    </>
  );
}

type LastProps = {
  readonly last: Result;
  readonly label: string;
  readonly onUndo: () => void;
  readonly onProblem: (problem: unknown) => void;
};

/** What was typed last, and the one key that takes it back. */
function Last({ last, label, onUndo, onProblem }: LastProps) {
  const { t } = useI18n();
  const { client } = useBackend();
  const { card, outcome, more, saved } = last;
  const isTimed = more.nextAt !== undefined && (outcome === 'appointment' || outcome === 'callback');
  const toCalendar = async (): Promise<void> => {
    const done = await saved;
    if (done === null || !isTimed) return;
    const { eventUid } = done;
    await saveFile(await client.calls.calendarFile({ leadUid: card.leadUid, eventUid }));
  };
  useKeys([
    { keys: 'u', label: t.callWork.undoLast, run: onUndo },
    { keys: 'mod+z', label: t.callWork.undoLast, run: onUndo },
    ...(isTimed
      ? [{ keys: 'c', label: t.callWork.toCalendar, run: () => void toCalendar().catch(onProblem) }]
      : []),
  ]);
  return (
    <span className="work-last" role="status">
      {t.callWork.recorded(label, card.name || card.companyName)}
      {isTimed ? (
        <button
          type="button"
          className="link-button"
          aria-keyshortcuts="c"
          onClick={() => void toCalendar().catch(onProblem)}
        >
          {t.callWork.toCalendar} <Keycap keys="c" />
        </button>
      ) : null}
      <button type="button" className="link-button" aria-keyshortcuts="u" onClick={onUndo}>
        {t.common.undo} <Keycap keys="u" />
      </button>
    </span>
  );
}

type BarProps = {
  readonly work: CallWork;
  readonly rules: CallRules;
  readonly slotRates: readonly SlotRate[];
  readonly now: Instant;
  readonly timer: Timer;
};

/** Always at the bottom: time, note, the last result, and the ten keys with the date each would set. */
export function WorkspaceBar({ work, rules, slotRates, now, timer }: BarProps) {
  const { t } = useI18n();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const noteField = useRef<HTMLInputElement>(null);
  const { current, results } = work;
  const last = results.at(-1);
  const labelOf = (outcome: Outcome): string => outcomeWord(t, rules, outcome);
  const save = (outcome: Outcome, more: More = {}): void => {
    work.record(outcome, more, { note: note.trim(), seconds: timer.seconds });
    setAsked(null);
    setNote('');
    timer.reset();
    noteField.current?.blur();
  };
  const press = (outcome: Outcome): void => {
    const what = askedBy(outcome, rules);
    if (what === null) save(outcome);
    else setAsked(what);
  };
  useKeys([
    { keys: 'n', label: t.callWork.note, run: () => noteField.current?.focus() },
    { keys: 'shift+d', label: t.callWork.doNotCall, run: () => setAsked({ what: 'doNotCall' }) },
  ]);
  return (
    <section className="work-bar" aria-label={t.callWork.bar}>
      <div className="work-line">
        <CallTime timer={timer} />
        <TextInput
          ref={noteField}
          className="work-note"
          aria-label={t.callWork.note}
          placeholder={t.callWork.note}
          maxLength={2000}
          value={note}
          rightSection={<Keycap keys="n" />}
          onChange={event => setNote(event.currentTarget.value)}
          onKeyDown={event => {
            // Out of the note, the digits are keys again.
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        {last ? (
          <Last
            key={results.length}
            last={last}
            label={last.more.doNotCall ? t.callWork.doNotCall : labelOf(last.outcome)}
            onUndo={() => void work.undoLast()}
            onProblem={setProblem}
          />
        ) : null}
      </div>
      <Failure error={work.error ?? problem} />
      {current === null ? null : asked === null ? (
        <OutcomeKeys
          card={current}
          rules={rules}
          slotRates={slotRates}
          now={now}
          labelOf={labelOf}
          onPress={press}
        />
      ) : (
        <WorkspaceAsk
          key={current.leadUid}
          asked={asked}
          card={current}
          rules={rules}
          today={dayOf(now)}
          labelOf={labelOf}
          onSave={save}
          onCancel={() => setAsked(null)}
        />
      )}
    </section>
  );
}
