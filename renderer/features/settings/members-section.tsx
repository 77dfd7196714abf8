import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { focusFirst } from '#renderer/lib/focus-first.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useActAs } from '#renderer/lib/use-act-as.ts';
import type { Member } from '#shared/contract/system.ts';

const roles = ['manager', 'marketing', 'inside', 'field'] as const;
type Role = Member['roles'][number];

type MemberFormProps = { readonly member: Member | null; readonly onDone: () => void };

/** A new member, or one to put right. One name after the other: Enter saves, and the field has the focus again. */
function MemberForm({ member, onDone }: MemberFormProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [name, setName] = useState(member?.name ?? '');
  const [chosen, setChosen] = useState<readonly Role[]>(member?.roles ?? ['inside']);
  const field = useRef<HTMLInputElement>(null);
  const save = useMutation(orpc.members.save.mutationOptions());
  const toggle = (role: Role, isOn: boolean): void =>
    setChosen(isOn ? [...chosen, role] : chosen.filter(known => known !== role));
  const submit = (): void => {
    if (name.trim() === '' || save.isPending) return;
    const kept = member === null ? {} : { uid: member.uid, active: member.active };
    save.mutate({ ...kept, name: name.trim(), roles: [...chosen] }, { onSuccess: done });
  };
  const done = (): void => {
    setName('');
    field.current?.focus();
    onDone();
    showToast({ message: t.settings.memberSaved });
  };
  return (
    <form
      className="member-form"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        ref={member === null ? field : focusFirst}
        label={t.settings.memberName}
        value={name}
        maxLength={100}
        onChange={event => setName(event.currentTarget.value)}
      />
      <div className="member-buttons">
        <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {member === null ? t.settings.memberAdd : t.common.save}
        </Button>
        {member === null ? null : <Button onClick={onDone}>{t.common.cancel}</Button>}
      </div>
      <div className="wide">
        {roles.map(role => (
          <Checkbox
            key={role}
            label={t.settings.roles[role]}
            checked={chosen.includes(role)}
            onChange={event => toggle(role, event.currentTarget.checked)}
          />
        ))}
      </div>
      <Failure error={save.error} />
    </form>
  );
}

/** Who uses this store, and as whom this window works. */
export function MembersSection() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const members = useQuery(orpc.members.list.queryOptions({ input: {} }));
  const [edited, setEdited] = useState<Member | null>(null);
  const acting = useStatus()?.member?.uid;
  const act = useActAs();
  return (
    <Section
      title={t.settings.members}
      note={t.settings.rolesHint}
      action={<Link href="/settings/members">{t.team.link}</Link>}
    >
      <Failure error={members.error} />
      <table className="table member-table">
        <tbody>
          {(members.data ?? []).map(member => (
            <tr key={member.uid}>
              <td>{member.name || t.nav.member}</td>
              <td className="small muted">
                {t.imports.listed(member.roles.map(role => t.settings.roles[role]))}
              </td>
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
