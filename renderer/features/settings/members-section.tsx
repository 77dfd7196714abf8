import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { actingMember } from '#renderer/platform/connect.ts';
import type { Member } from '#shared/contract/system.ts';

const roles = ['manager', 'marketing', 'inside', 'field'] as const;
type Role = Member['roles'][number];

type MemberFormProps = { readonly member: Member | null; readonly onDone: () => void };

/** A new member, or one to put right. */
function MemberForm({ member, onDone }: MemberFormProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [name, setName] = useState(member?.name ?? '');
  const [chosen, setChosen] = useState<readonly Role[]>(member?.roles ?? ['inside']);
  const save = useMutation(
    orpc.members.save.mutationOptions({
      onSuccess: () => {
        setName('');
        onDone();
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
        onClick={() =>
          save.mutate({
            ...(member === null ? {} : { uid: member.uid, active: member.active }),
            name: name.trim(),
            roles: [...chosen],
          })
        }
      >
        {member === null ? t.settings.memberAdd : t.common.save}
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
  const [edited, setEdited] = useState<Member | null>(null);
  const acting = useStatus()?.member?.uid;
  const act = (uid: string): void => {
    actingMember.set(uid);
    void queries.invalidateQueries();
  };
  return (
    <Section
      title={t.settings.members}
      note={t.settings.rolesHint}
      action={<Link href="/settings/members">{t.team.link}</Link>}
    >
      <Failure error={members.error} />
      <table className="table">
        <tbody>
          {(members.data ?? []).map(member => (
            <tr key={member.uid}>
              <td>{member.name || t.nav.member}</td>
              <td className="small muted">{member.roles.map(role => t.settings.roles[role]).join('、')}</td>
              <td className="num">
                <button type="button" className="link-button" onClick={() => setEdited(member)}>
                  {t.common.edit}
                </button>
              </td>
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
      <MemberForm key={edited?.uid ?? 'new'} member={edited} onDone={() => setEdited(null)} />
    </Section>
  );
}
