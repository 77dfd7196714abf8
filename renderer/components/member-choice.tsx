import { Checkbox } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Member } from '#shared/contract/system.ts';

type MemberChoiceProps = {
  readonly label: string;
  readonly members: readonly Member[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
};

/** Some of the team, in the order of the team. */
export function MemberChoice({ label, members, chosen, onChange }: MemberChoiceProps) {
  const { t } = useI18n();
  return (
    <fieldset className="member-choice">
      <legend>{label}</legend>
      {members.map(({ uid, name }) => (
        <Checkbox
          key={uid}
          label={name || t.nav.member}
          checked={chosen.includes(uid)}
          onChange={() =>
            onChange(
              members
                .map(member => member.uid)
                .filter(known => (known === uid ? !chosen.includes(uid) : chosen.includes(known))),
            )
          }
        />
      ))}
    </fieldset>
  );
}
