import { Modal, type MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';

type DialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: MantineSize | `${number}%`;
  readonly children: ReactNode;
};

/** A dialog with its title and a named close button. Its head is no `<header>`, which would be a second banner. */
export function Dialog({ isOpen, onClose, title, size = 'lg', children }: DialogProps) {
  const { t } = useI18n();
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={size}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t.common.close} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
