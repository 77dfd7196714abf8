import { Checkbox, NativeSelect } from '@mantine/core';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Member } from '#shared/contract/system.ts';
import { useMembers } from './queries.ts';
import type { About } from './types.ts';

type Owner = About['owner'];
type OwnerFieldProps = { readonly owner: Owner; readonly onChange: (owner: Owner) => void };

const valueOf = (owner: Owner): string => (owner.kind === 'member' ? owner.memberUid : owner.kind);

/** Who gets the new leads: 自分, everybody in equal shares, one member, or nobody yet. */
export function OwnerField({ owner, onChange }: OwnerFieldProps) {
  const { t } = useI18n();
  const acting = useStatus()?.member;
  const members = (useMembers().data ?? []).filter(member => member.active);
  const others = members.filter(member => member.uid !== acting?.uid);
  const choose = (value: string): void => {
    if (value === 'me' || value === 'later') onChange({ kind: value });
    else if (value === 'even') onChange({ kind: 'even', memberUids: [] });
    else onChange({ kind: 'member', memberUid: value });
  };
  return (
    <>
      <NativeSelect
        label={t.imports.owner}
        value={valueOf(owner)}
        data={[
          ...(acting ? [{ value: 'me', label: t.imports.ownerMe(acting.name) }] : []),
          ...(others.length > 0 ? [{ value: 'even', label: t.imports.ownerEven }] : []),
          { value: 'later', label: t.imports.ownerNone },
          ...others.map(member => ({ value: member.uid, label: member.name })),
        ]}
        onChange={event => choose(event.currentTarget.value)}
      />
      {owner.kind === 'even' ? (
        <Shares
          members={members}
          chosen={owner.memberUids}
          onChange={memberUids => onChange({ kind: 'even', memberUids })}
        />
      ) : null}
    </>
  );
}

type SharesProps = {
  readonly members: readonly Member[];
  /** Empty: everybody. */
  readonly chosen: readonly string[];
  readonly onChange: (memberUids: string[]) => void;
};

function Shares({ members, chosen, onChange }: SharesProps) {
  const { t } = useI18n();
  const isIn = (uid: string): boolean => chosen.length === 0 || chosen.includes(uid);
  const toggle = (uid: string): void => {
    const next = members.map(member => member.uid).filter(other => isIn(other) !== (other === uid));
    onChange(next.length === members.length ? [] : next);
  };
  return (
    <fieldset className="wide shares">
      <legend className="small">{t.imports.ownerShares}</legend>
      {members.map(member => (
        <Checkbox
          key={member.uid}
          label={member.name || t.nav.member}
          checked={isIn(member.uid)}
          disabled={isIn(member.uid) && members.filter(other => isIn(other.uid)).length === 1}
          onChange={() => toggle(member.uid)}
        />
      ))}
    </fieldset>
  );
}
