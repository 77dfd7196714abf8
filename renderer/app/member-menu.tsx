import { Popover } from '@mantine/core';
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Appearance } from '#renderer/components/appearance.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useActAs } from '#renderer/lib/use-act-as.ts';

/** Everybody who may work here; a click works as somebody else. */
function Members({ onDone }: { readonly onDone: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const actAs = useActAs();
  const acting = useStatus()?.member?.uid;
  const members = useQuery(orpc.members.list.queryOptions({ input: {} })).data ?? [];
  return (
    <div className="member-menu">
      <span className="small muted">{t.settings.members}</span>
      {members
        .filter(member => member.active)
        .map(({ uid, name }) => (
          <button
            key={uid}
            type="button"
            aria-pressed={uid === acting}
            onClick={() => {
              if (uid !== acting) actAs(uid);
              onDone();
            }}
          >
            {name || t.nav.member}
          </button>
        ))}
      <Link href="/settings" onClick={onDone}>
        {t.nav.memberEdit}
      </Link>
    </div>
  );
}

/** Who works here and who else may, with language and brightness. */
export function MemberMenu({ name }: { readonly name: string }) {
  const { t } = useI18n();
  const hasStore = useStatus()?.store !== null;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className="shell-member"
          aria-label={t.nav.memberMenu(name)}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconUserCircle size={20} stroke={1.5} aria-hidden />
          <span className="clip">{name}</span>
          <IconChevronDown size={16} stroke={1.5} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {hasStore ? <Members onDone={() => setIsOpen(false)} /> : null}
        <Appearance />
      </Popover.Dropdown>
    </Popover>
  );
}
