import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ClockState, Remaining } from '#renderer/components/clock-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { SlaClock } from '#shared/contract/sla.ts';
import { BREACHES } from '#shared/domain/sla/clock.ts';
import { ownerText } from '#shared/i18n/alert-text.ts';
import { formatDateTime } from '#shared/i18n/format.ts';

/** Why a promise was broken; asked for once its time has passed. */
function Cause({ clock }: { readonly clock: SlaClock }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const save = useMutation(
    orpc.sla.cause.mutationOptions({
      onSuccess: done => undo.offer(t.sla.causeSaved, done.operationUid),
    }),
  );
  if (clock.state !== 'overdue' && clock.state !== 'metLate') return null;
  return (
    <>
      <NativeSelect
        aria-label={`${t.sla.cause} ${clock.companyName} ${clock.name}`}
        value={clock.cause ?? ''}
        data={[
          { value: '', label: t.sla.causeNone, disabled: true },
          ...BREACHES.map(value => ({ value, label: t.sla.causes[value] })),
        ]}
        onChange={event => {
          const cause = BREACHES.find(known => known === event.currentTarget.value);
          if (cause) save.mutate({ clockUid: clock.uid, cause });
        }}
      />
      <Failure error={save.error} />
    </>
  );
}

/** 一覧に戻す, or あとで. */
function Snooze({ clock, onSnooze }: { readonly clock: SlaClock; readonly onSnooze: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const wake = useMutation(
    orpc.sla.snooze.mutationOptions({ onSuccess: () => showToast({ message: t.sla.woken }) }),
  );
  if (clock.stoppedAt !== null) return null;
  return clock.snoozedUntilAt === null ? (
    <Button size="xs" onClick={onSnooze}>
      {t.sla.snooze}
    </Button>
  ) : (
    <Button
      size="xs"
      loading={wake.isPending}
      onClick={() => wake.mutate({ clockUid: clock.uid, until: null })}
    >
      {t.sla.wake}
    </Button>
  );
}

/** One promise: until when, how long is left, to whom, what, and where it stands. */
export function ClockRow({ clock, onSnooze }: { readonly clock: SlaClock; readonly onSnooze: () => void }) {
  const { t, lang } = useI18n();
  const notes = [
    clock.attemptedAt === null ? '' : t.sla.attempted(formatDateTime(clock.attemptedAt, lang)),
    clock.raisedLate ? t.sla.raisedLate : '',
    clock.snoozedUntilAt === null
      ? ''
      : t.sla.snoozedUntil(formatDateTime(clock.snoozedUntilAt, lang), clock.snoozeReason),
  ].filter(text => text !== '');
  return (
    <tr>
      <td className="due">
        <span className="mono small">{formatDateTime(clock.dueAt, lang)}</span>
        <div>
          <Remaining clock={clock} />
        </div>
      </td>
      <td className="due">
        <ClockState state={clock.state} />
      </td>
      <td>
        <span className="with-icon">
          <RankSeal band={clock.band} />
          <span className="two-line">
            <Link href={`/leads/${clock.leadUid}`}>
              <b>{clock.companyName}</b>
            </Link>
            <span className="second">
              {clock.department} {clock.name}
            </span>
          </span>
        </span>
      </td>
      <td>
        <span className="two-line">
          {t.sla.kinds[clock.kind]}
          <span className="second">{[ownerText(t, clock.ownerName), ...notes].join('　')}</span>
        </span>
      </td>
      <td className="cause">
        <Cause clock={clock} />
      </td>
      <td className="num">
        <Snooze clock={clock} onSnooze={onSnooze} />
      </td>
    </tr>
  );
}
