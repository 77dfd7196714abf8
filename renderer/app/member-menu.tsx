import { Popover } from '@mantine/core';
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { Appearance } from '#renderer/components/appearance.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** Who works here, with language and brightness. */
export function MemberMenu({ name }: { readonly name: string }) {
  const { t } = useI18n();
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <button type="button" className="shell-member" aria-label={t.nav.memberMenu(name)}>
          <IconUserCircle size={20} stroke={1.5} aria-hidden />
          <span className="clip">{name}</span>
          <IconChevronDown size={16} stroke={1.5} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Appearance />
      </Popover.Dropdown>
    </Popover>
  );
}
