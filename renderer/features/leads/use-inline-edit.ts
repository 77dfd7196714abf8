import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { textOfError } from '#renderer/lib/error-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { LeadPatchInput } from '#shared/contract/lead-edit.ts';

/** A fact that can be typed: its text, and what a typed text changes; a reason when the text cannot be read. */
export type EditableFact = {
  /** Unlike that of any other fact on the screen. */
  readonly key: string;
  /** Whose it is. */
  readonly uid: string;
  /** What was read, for as long as it is not read anew. */
  readonly since: object;
  readonly value: string;
  readonly patch: (typed: string) => LeadPatchInput | string;
};

export type InlineEdit = {
  /** What is being typed, by fact; absent while a fact is only shown. */
  readonly drafts: ReadonlyMap<string, string>;
  readonly errors: ReadonlyMap<string, string>;
  /** Facts that were typed and, as far as is known, not read anew. */
  readonly sent: ReadonlySet<string>;
  /** Which fact has the focus by the last key. */
  readonly focus: string | null;
  readonly shown: (fact: EditableFact) => string;
  readonly open: (fact: EditableFact) => void;
  readonly type: (key: string, typed: string) => void;
  readonly giveUp: (key: string) => void;
  /**
   * Saves what was typed; `next` is opened at once, `null` stays on the fact, undefined leaves the focus alone. False when
   * the text cannot be read, and stays.
   */
  readonly commit: (fact: EditableFact, next?: EditableFact | null) => boolean;
};

const without = <V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> =>
  new Map([...map].filter(([known]) => known !== key));

/**
 * Editing in place: a typed value is shown at once and saved in the background; one that is refused comes back as it was
 * typed, with the reason beside it.
 */
export function useInlineEdit(): InlineEdit {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const update = useMutation(orpc.leads.update.mutationOptions());
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [focus, setFocus] = useState<string | null>(null);
  /** Sent and not yet read back: shown instead of the old value. */
  const [sent, setSent] = useState<ReadonlyMap<string, { value: string; since: object }>>(new Map());
  const live = useRef(drafts);
  const setDraft = (key: string, typed: string | null): void => {
    live.current = typed === null ? without(live.current, key) : new Map(live.current).set(key, typed);
    setDrafts(live.current);
  };
  const shown = (fact: EditableFact): string => {
    const pending = sent.get(fact.key);
    return pending?.since === fact.since ? pending.value : fact.value;
  };
  const open = (fact: EditableFact): void => {
    if (!live.current.has(fact.key)) setDraft(fact.key, shown(fact));
    setFocus(fact.key);
  };
  const refuse = (key: string, typed: string, reason: string): false => {
    if (!live.current.has(key)) setDraft(key, typed);
    setErrors(now => new Map(now).set(key, reason));
    setSent(now => without(now, key));
    return false;
  };
  const send = (fact: EditableFact, typed: string, patch: LeadPatchInput): void => {
    setSent(now => new Map(now).set(fact.key, { value: typed, since: fact.since }));
    // Callbacks of `mutate` are only called for the last of several: here every one counts.
    update.mutateAsync({ uid: fact.uid, patch }).then(
      ({ operationUid }) => undo.offer(t.leads.saved, operationUid),
      (error: unknown) => {
        const { what, next } = textOfError(t, error);
        refuse(fact.key, typed, `${what} ${next}`);
      },
    );
  };
  const commit = (fact: EditableFact, next?: EditableFact | null): boolean => {
    const typed = live.current.get(fact.key);
    if (typed === undefined) return true;
    const patch = typed === shown(fact) ? {} : fact.patch(typed);
    if (typeof patch === 'string') return refuse(fact.key, typed, patch);
    setDraft(fact.key, null);
    setErrors(now => without(now, fact.key));
    if (Object.keys(patch).length > 0) send(fact, typed, patch);
    if (next) open(next);
    else if (next === null) setFocus(fact.key);
    return true;
  };
  const giveUp = (key: string): void => {
    setDraft(key, null);
    setErrors(now => without(now, key));
    setFocus(key);
  };
  return { drafts, errors, sent: new Set(sent.keys()), focus, shown, open, type: setDraft, giveUp, commit };
}
