import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** CSS width; `sm`, `md`, `lg`, `xl` or a length. */
  readonly size?: string;
  readonly children: ReactNode;
}

/** A window over the page: Escape closes it, and the focus goes back to where it was. What it holds is made anew each time it opens. */
export function Dialog({ isOpen, title, onClose, size = 'md', children }: DialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} size={size} withCloseButton={false}>
      <div className={styles['head']}>
        <Modal.Title className={styles['title'] ?? ''}>{title}</Modal.Title>
        <Modal.CloseButton aria-label={t('shell.close')} />
      </div>
      {children}
    </Modal>
  );
}
