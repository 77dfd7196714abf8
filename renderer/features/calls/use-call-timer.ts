import { useEffect, useState } from 'react';
import {
  type CallTimer,
  cutToActive,
  isIdle,
  minutesSaid,
  secondsOf,
  stoppedTimer,
  toggled,
} from '#shared/domain/calls/timer.ts';

const steadyMs = (): number => performance.now();

export type Timer = {
  readonly seconds: number;
  readonly isRunning: boolean;
  readonly isIdle: boolean;
  readonly toggle: () => void;
  readonly start: () => void;
  readonly reset: () => void;
  /** The answers to a timer that was forgotten. */
  readonly keep: () => void;
  readonly cut: () => void;
  /** Corrects the time, in minutes. */
  readonly say: (minutes: number) => void;
};

/** The time of the call in hand; it runs until a result is recorded. */
export function useCallTimer(): Timer {
  const [timer, setTimer] = useState<CallTimer>(stoppedTimer);
  const [nowMs, setNowMs] = useState(steadyMs);
  const isRunning = timer.startedMs !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const ticking = setInterval(() => setNowMs(steadyMs()), 1000);
    const touch = (): void =>
      setTimer(current =>
        // Once it has to be asked about, the next key answers nothing by itself.
        isIdle(current, steadyMs()) ? current : { ...current, activeMs: steadyMs() },
      );
    window.addEventListener('keydown', touch);
    window.addEventListener('pointerdown', touch);
    return () => {
      clearInterval(ticking);
      window.removeEventListener('keydown', touch);
      window.removeEventListener('pointerdown', touch);
    };
  }, [isRunning]);
  const change = (to: (current: CallTimer) => CallTimer): void => {
    setNowMs(steadyMs());
    setTimer(to);
  };
  return {
    seconds: secondsOf(timer, nowMs),
    isRunning,
    isIdle: isIdle(timer, nowMs),
    toggle: () => change(current => toggled(current, steadyMs())),
    start: () => change(current => (current.startedMs === null ? toggled(current, steadyMs()) : current)),
    reset: () => change(() => stoppedTimer),
    keep: () => change(current => ({ ...current, activeMs: steadyMs() })),
    cut: () => change(cutToActive),
    say: minutes => change(() => minutesSaid(minutes)),
  };
}
