import './team.css';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Member } from '#shared/contract/system.ts';
import type { Holdings, Receivers } from '#shared/contract/team.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { type Holding, HOLDINGS } from '#shared/domain/team/holdings.ts';
import { formatDay } from '#shared/i18n/format.ts';

const everybody = 'all';

/** 退職・異動・担当替え: everything somebody holds, each kind to one person or shared, from a day on. */
export function HandOverPage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { uid } = useParams<{ uid: string }>();
  const today = useStatus()?.today;
  const found = useQuery(orpc.members.holdings.queryOptions({ input: { uid } }));
  const members = useQuery(orpc.members.list.queryOptions({ input: {} }));
  const others = (members.data ?? []).filter(member => member.active && member.uid !== uid);
  if (!found.data || !members.data || today === undefined)
    return (
      <Page title={t.team.handOver}>
        <Failure error={found.error ?? members.error} />
      </Page>
    );
  return <HandOver key={uid} holdings={found.data} others={others} today={today} />;
}

type HandOverProps = {
  readonly holdings: Holdings;
  readonly others: readonly Member[];
  readonly today: Day;
};

function useHandOver(name: string) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [, navigate] = useLocation();
  return useMutation(
    orpc.members.handOver.mutationOptions({
      onSuccess: ({ operationUid, planned }) => {
        showToast(
          operationUid === null
            ? { message: t.team.planned(planned ? formatDay(planned.fromOn, lang) : '') }
            : { message: t.team.done(name), undoLabel: t.common.undo, onUndo: () => undo.run(operationUid) },
        );
        navigate('/settings/members');
      },
    }),
  );
}

function HandOver({ holdings, others, today }: HandOverProps) {
  const { t, lang } = useI18n();
  const { member, held, sequences, handovers } = holdings;
  const name = member.name || t.nav.member;
  const [isLeaving, setLeaving] = useState(true);
  const [fromOn, setFrom] = useState<Day | null>(today);
  const [to, setTo] = useState<Readonly<Partial<Record<Holding, string>>>>({});
  const run = useHandOver(name);
  const receiverOf = (kind: Holding): string => to[kind] ?? everybody;
  const receivers = (kind: Holding): string[] =>
    receiverOf(kind) === everybody ? others.map(({ uid }) => uid) : [receiverOf(kind)];
  const people = held.deals + held.promises + held.leads;
  const all = people + held.papers;
  const isLater = fromOn !== null && fromOn > today;
  const go = (): void => {
    if (fromOn === null) return;
    const given: Receivers = {
      deals: receivers('deals'),
      promises: receivers('promises'),
      leads: receivers('leads'),
      papers: receivers('papers'),
    };
    run.mutate({ uid: member.uid, leaving: isLeaving, fromOn, to: given });
  };
  return (
    <Page
      title={t.team.handOverOf(name)}
      lead={t.team.holdingsLead(people)}
      confirm={
        <>
          <Button
            variant="filled"
            size="lg"
            loading={run.isPending}
            disabled={fromOn === null || others.length === 0 || (all === 0 && !isLeaving)}
            onClick={go}
          >
            {isLater && fromOn !== null
              ? t.team.plan(formatDay(fromOn, lang))
              : isLeaving
                ? t.team.runLeaving(all)
                : t.team.run(all)}
          </Button>
          <Button size="lg" component={Link} href="/settings/members">
            {t.common.cancel}
          </Button>
          <span className="small muted">{t.leadList.undoable}</span>
        </>
      }
    >
      <div className="hand-over">
        <Failure error={run.error} />
        {others.length === 0 ? <p className="late">{t.team.nobodyElse}</p> : null}
        <Planned holdings={holdings} today={today} />
        <div className="hand-over-form">
          <NativeSelect
            label={t.team.why}
            value={isLeaving ? 'leaving' : 'staying'}
            data={(['leaving', 'staying'] as const).map(value => ({ value, label: t.team.whys[value] }))}
            onChange={event => setLeaving(event.currentTarget.value === 'leaving')}
          />
          <DayField label={t.team.fromOn} today={today} value={fromOn} onChange={setFrom} />
        </div>
        <Kinds
          held={held}
          others={others}
          receiverOf={receiverOf}
          onChoose={(kind, uid) => setTo({ ...to, [kind]: uid })}
        />
        <p className="small muted prose">
          {sequences > 0 ? t.team.sequences(sequences) : ''}
          {handovers > 0 ? t.team.handovers(handovers) : ''}
          {t.team.history}
        </p>
      </div>
    </Page>
  );
}

type KindsProps = {
  readonly held: Holdings['held'];
  readonly others: readonly Member[];
  readonly receiverOf: (kind: Holding) => string;
  readonly onChoose: (kind: Holding, uid: string) => void;
};

/** What is held, kind by kind, and who gets it. People add up; paper is counted apart. */
function Kinds({ held, others, receiverOf, onChoose }: KindsProps) {
  const { t } = useI18n();
  const row = (kind: Holding) => (
    <tr key={kind}>
      <td>{t.team.holdings[kind]}</td>
      <td className="num">{kind === 'papers' ? t.common.rows(held.papers) : t.common.people(held[kind])}</td>
      <td>
        <NativeSelect
          aria-label={t.team.receiverOf(t.team.holdings[kind])}
          value={receiverOf(kind)}
          disabled={held[kind] === 0}
          data={[
            { value: everybody, label: t.team.spread },
            ...others.map(({ uid, name }) => ({ value: uid, label: name || t.nav.member })),
          ]}
          onChange={event => onChoose(kind, event.currentTarget.value)}
        />
      </td>
    </tr>
  );
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th colSpan={2}>{t.team.holds}</th>
            <th>{t.team.receiver}</th>
          </tr>
        </thead>
        <tbody>{HOLDINGS.filter(kind => kind !== 'papers').map(row)}</tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.team.people}</th>
            <th className="num">{t.common.people(held.deals + held.promises + held.leads)}</th>
            <td className="muted">{t.common.none}</td>
          </tr>
        </tfoot>
      </table>
      <table className="table">
        <tbody>{row('papers')}</tbody>
      </table>
    </>
  );
}

/** What was planned before, and the way to call it off. */
function Planned({ holdings, today }: Pick<HandOverProps, 'holdings' | 'today'>) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const callOff = useMutation(
    orpc.members.cancelHandOver.mutationOptions({
      onSuccess: () => showToast({ message: t.team.calledOff }),
    }),
  );
  const { planned, member } = holdings;
  if (planned === null) return null;
  const when = formatDay(planned.fromOn, lang);
  return (
    <p className="warn" role="status">
      {planned.fromOn <= today ? t.team.plannedLate(when) : t.team.planned(when)}{' '}
      <Button size="xs" loading={callOff.isPending} onClick={() => callOff.mutate({ uid: member.uid })}>
        {t.team.callOff}
      </Button>
      <Failure error={callOff.error} />
    </p>
  );
}
