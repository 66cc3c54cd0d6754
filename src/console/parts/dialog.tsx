import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** A window over the page for one thing; Escape and the cross close it. */
export const Dialog = ({
  title,
  isOpen,
  close,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
}) => (
  <Modal.Root opened={isOpen} onClose={close} centered transitionProps={{ duration: 0 }}>
    <Modal.Overlay />
    <Modal.Content>
      {/* No header element: it would be a second banner of the page. */}
      <div className={styles.bar}>
        <Modal.Title>
          <span className={styles.title}>{title}</span>
        </Modal.Title>
        <Modal.CloseButton aria-label="Close" />
      </div>
      <Modal.Body>{children}</Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
