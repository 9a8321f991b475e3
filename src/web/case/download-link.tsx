import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';

interface DownloadLinkProps {
  readonly href: string;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A file to be saved; the browser asks for it, and the page stays. */
export function DownloadLink({ href, icon = 'download', children }: DownloadLinkProps): ReactNode {
  return (
    <Button component="a" href={href} download variant="default" leftSection={<Icon name={icon} size={16} />}>
      {children}
    </Button>
  );
}
