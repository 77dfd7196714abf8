import { NativeSelect } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { useMembers } from './queries.ts';

type CardOwnersProps = {
  readonly owners: ImportPreview['cardOwners'];
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly onChange: (name: string, memberUid: string | null) => void;
};

/** The names that stand on the cards as their owner: each is asked once, and those known are only shown. */
export function CardOwners({ owners, chosen, onChange }: CardOwnersProps) {
  const { t } = useI18n();
  const members = (useMembers().data ?? []).filter(member => member.active);
  if (owners.length === 0) return null;
  return (
    <fieldset className="wide card-owners">
      <legend className="small">{t.imports.cardOwners}</legend>
      {owners.map(({ name, cards, memberUid, known }) => (
        <label key={name} className="card-owner">
          <span>
            {t.imports.cardOwner(name, cards)}
            {known ? null : <span className="small muted">{t.imports.cardOwnerNew}</span>}
          </span>
          <NativeSelect
            value={(Object.hasOwn(chosen, name) ? chosen[name] : memberUid) ?? ''}
            data={[
              ...members.map(member => ({ value: member.uid, label: member.name || t.nav.member })),
              { value: '', label: t.imports.cardOwnerNobody },
            ]}
            onChange={event => onChange(name, event.currentTarget.value || null)}
          />
        </label>
      ))}
    </fieldset>
  );
}
