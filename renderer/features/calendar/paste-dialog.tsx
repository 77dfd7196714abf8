import { Button, Checkbox, Textarea } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { PastedDays, PastedRest } from '#shared/domain/calendar/pasted.ts';
import { useWords } from './words.ts';

type PasteDialogProps = { readonly onClose: () => void; readonly onTake: (days: PastedDays[]) => void };

/** The company calendar as it is, what was read from it, and the lines that were not understood. */
export function PasteDialog({ onClose, onTake }: PasteDialogProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [text, setText] = useState('');
  const [dropped, setDropped] = useState<ReadonlySet<number>>(new Set());
  const asked = useDeferredValue(text);
  const read = useQuery({
    ...orpc.calendar.paste.queryOptions({ input: { text: asked } }),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const found = asked.trim() === '' ? undefined : read.data;
  const taken = (found?.days ?? []).filter((_, i) => !dropped.has(i));
  const turn = (i: number): void => {
    const next = new Set(dropped);
    if (!next.delete(i)) next.add(i);
    setDropped(next);
  };
  return (
    <Dialog isOpen onClose={onClose} title={t.calendar.paste} size="lg">
      <div className="calendar-paste">
        <Textarea
          label={t.calendar.pasteField}
          rows={6}
          value={text}
          data-autofocus
          onChange={event => {
            setText(event.currentTarget.value);
            setDropped(new Set());
          }}
          description={<span className="calendar-example">{t.calendar.pasteExample}</span>}
        />
        <Failure error={read.error} />
        {found ? (
          <div className="calendar-paste-scroll">
            <ReadDays days={found.days} dropped={dropped} onTurn={turn} />
            <NotUnderstood lines={found.notUnderstood} />
          </div>
        ) : (
          <p className="muted small">{t.calendar.pasteNothing}</p>
        )}
        <div className="calendar-file">
          <Button variant="filled" disabled={taken.length === 0} onClick={() => onTake(taken)}>
            {t.calendar.pasteAdd(taken.length)}
          </Button>
          <span className="small muted">{t.calendar.pasteNote}</span>
        </div>
      </div>
    </Dialog>
  );
}

type ReadDaysProps = {
  readonly days: readonly PastedDays[];
  readonly dropped: ReadonlySet<number>;
  readonly onTurn: (i: number) => void;
};

function ReadDays({ days, dropped, onTurn }: ReadDaysProps) {
  const { t } = useI18n();
  const words = useWords();
  if (days.length === 0) return null;
  return (
    <table className="table" aria-label={t.calendar.pasteDays}>
      <tbody>
        {days.map((one, i) => (
          <tr key={`${one.line} ${one.fromOn} ${one.toOn}`}>
            <td>
              <Checkbox label={words.range(one)} checked={!dropped.has(i)} onChange={() => onTurn(i)} />
            </td>
            <td>{t.calendar.pasteKinds[one.kind]}</td>
            <td>{one.name}</td>
            <td className="num small muted">{t.calendar.pasteLine(one.line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NotUnderstood({ lines }: { readonly lines: readonly PastedRest[] }) {
  const { t } = useI18n();
  if (lines.length === 0) return null;
  return (
    <table className="table">
      <thead>
        <tr>
          <th colSpan={3} className="warn">
            {t.calendar.pasteRest(lines.length)}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, text, reason }) => (
          <tr key={line}>
            <td>{text}</td>
            <td className="small">{t.calendar.pasteReasons[reason]}</td>
            <td className="num small muted">{t.calendar.pasteLine(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
