import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { actingMember } from '#renderer/platform/connect.ts';
import type { Member } from '#shared/contract/system.ts';

const roles = ['manager', 'marketing', 'inside', 'field'] as const;
type Role = Member['roles'][number];

function MemberForm() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Role[]>(['inside']);
  const save = useMutation(
    orpc.members.save.mutationOptions({
      onSuccess: () => {
        setName('');
        showToast({ message: t.settings.memberSaved });
      },
    }),
  );
  return (
    <div className="member-form">
      <TextInput
        label={t.settings.memberName}
        value={name}
        maxLength={100}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Button
        loading={save.isPending}
        disabled={name.trim() === ''}
        onClick={() => save.mutate({ name: name.trim(), roles: [...chosen] })}
      >
        {t.settings.memberAdd}
      </Button>
      <div className="wide">
        {roles.map(role => (
          <Checkbox
            key={role}
            label={t.settings.roles[role]}
            checked={chosen.includes(role)}
            onChange={event =>
              setChosen(
                event.currentTarget.checked ? [...chosen, role] : chosen.filter(known => known !== role),
              )
            }
          />
        ))}
      </div>
      <Failure error={save.error} />
    </div>
  );
}

/** Who uses this store, and as whom this window works. */
export function MembersSection() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const queries = useQueryClient();
  const members = useQuery(orpc.members.list.queryOptions({ input: {} }));
  const acting = useStatus()?.member?.uid;
  const act = (uid: string): void => {
    actingMember.set(uid);
    void queries.invalidateQueries();
  };
  return (
    <Section title={t.settings.members} note={t.settings.rolesHint}>
      <Failure error={members.error} />
      <table className="table">
        <tbody>
          {(members.data ?? []).map(member => (
            <tr key={member.uid}>
              <td>{member.name || t.nav.member}</td>
              <td className="small muted">{member.roles.map(role => t.settings.roles[role]).join('、')}</td>
              <td className="num">
                {member.uid === acting ? (
                  <span className="ok">{t.settings.memberActing}</span>
                ) : (
                  <Button size="xs" onClick={() => act(member.uid)}>
                    {t.settings.memberAct}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MemberForm />
    </Section>
  );
}
