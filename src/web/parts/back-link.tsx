import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import styles from './back-link.module.css';
import { Icon } from './icon.tsx';

function BackAnchor({ children, ...anchor }: ComponentProps<'a'>): ReactNode {
  return (
    <a {...anchor} className={styles['back']}>
      <Icon name="left" size={15} />
      {children}
    </a>
  );
}

/** The way back to what a page belongs to. */
export const BackLink = createLink(BackAnchor);
