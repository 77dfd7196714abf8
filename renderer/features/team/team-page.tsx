import './team.css';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { MemberChoice } from '#renderer/components/member-choice.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useUnsaved } from '#renderer/lib/unsaved.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Member } from '#shared/contract/system.ts';
import type { Assignment } from '#shared/contract/team.ts';
import { ASSIGN_RULES } from '#shared/domain/team/assign.ts';
import { formatDay } from '#shared/i18n/format.ts';

/** Who has what, who gets new hot leads, and the way to hand over. */
export function TeamPage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const members = useQuery(orpc.members.list.queryOptions({ input: {} }));
  const assignment = useQuery(orpc.assignment.get.queryOptions({ input: {} }));
  const known = members.data ?? [];
  return (
    <Page title={t.team.title} lead={t.team.lead}>
      <Failure error={members.error ?? assignment.error} />
      <Section title={t.team.members}>
        <table className="table team-table">
          <thead>
            <tr>
              <th>{t.team.member}</th>
              <th className="num">{t.team.holds}</th>
              <th className="num">{t.team.holdings.deals}</th>
              <th className="num">{t.team.holdings.papers}</th>
              <th>
                <span className="visually-hidden">{t.team.handOver}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map(member => (
              <MemberRow key={member.uid} member={member} />
            ))}
          </tbody>
        </table>
      </Section>
      {assignment.data ? (
        <Automatic
          key={JSON.stringify(assignment.data)}
          agreed={assignment.data}
          members={known.filter(member => member.active)}
        />
      ) : null}
    </Page>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const { data } = useQuery(orpc.members.holdings.queryOptions({ input: { uid: member.uid } }));
  const held = data?.held;
  const roles = t.imports.listed(member.roles.map(role => t.settings.roles[role]));
  const planned = data?.planned ? t.team.planned(formatDay(data.planned.fromOn, lang)) : '';
  return (
    <tr>
      <td className="two-line">
        <b>{member.name || t.nav.member}</b>
        <span className="second">
          {member.active ? roles : t.team.inactive} <span className="warn">{planned}</span>
        </span>
      </td>
      <td className="num">{held ? t.common.people(held.deals + held.promises + held.leads) : ''}</td>
      <td className="num">{held ? t.common.items(held.deals) : ''}</td>
      <td className="num">{held ? t.common.rows(held.papers) : ''}</td>
      <td className="num">
        <Link
          href={`/settings/members/${member.uid}`}
          aria-label={t.team.handOverOf(member.name || t.nav.member)}
        >
          {t.team.handOver}
        </Link>
      </td>
    </tr>
  );
}

type AutomaticProps = { readonly agreed: Assignment; readonly members: readonly Member[] };

function Automatic({ agreed, members }: AutomaticProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [next, setNext] = useState(agreed);
  const save = useMutation(
    orpc.assignment.save.mutationOptions({
      onSuccess: ({ operationUid }) => undo.offer(t.team.autoSaved, operationUid),
    }),
  );
  useUnsaved(next !== agreed && !save.isSuccess);
  const turnOn = (auto: boolean): void =>
    setNext({
      ...next,
      auto,
      memberUids: auto && next.memberUids.length === 0 ? members.map(member => member.uid) : next.memberUids,
    });
  return (
    <Section title={t.team.auto}>
      <div className="team-auto">
        <p className="prose">{t.team.autoText}</p>
        <Checkbox
          label={t.team.autoOn}
          checked={next.auto}
          onChange={event => turnOn(event.currentTarget.checked)}
        />
        {next.auto ? (
          <>
            <NativeSelect
              label={t.team.rule}
              value={next.rule}
              data={ASSIGN_RULES.map(value => ({ value, label: t.team.rules[value] }))}
              onChange={event =>
                setNext({
                  ...next,
                  rule: ASSIGN_RULES.find(value => value === event.currentTarget.value) ?? 'turns',
                })
              }
            />
            <MemberChoice
              label={t.team.assignTo}
              members={members}
              chosen={next.memberUids}
              onChange={memberUids => setNext({ ...next, memberUids })}
            />
          </>
        ) : null}
        <Button
          loading={save.isPending}
          disabled={next === agreed || (next.auto && next.memberUids.length === 0)}
          onClick={() => save.mutate(next)}
        >
          {t.common.save}
        </Button>
        <Failure error={save.error} />
      </div>
    </Section>
  );
}
