import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from '../parts/use-page-title.ts';

/** The title of a page before the sign-in. */
export function CardHead({ title, text }: { readonly title: string; readonly text?: string }): ReactNode {
  usePageTitle(title);
  return (
    <div style={{ marginBottom: '1.25rem' }}>
      <h1 style={{ margin: 0, fontSize: '1.5rem' }}>{title}</h1>
      {text === undefined ? null : (
        <Text c="dimmed" mt={4}>
          {text}
        </Text>
      )}
    </div>
  );
}
