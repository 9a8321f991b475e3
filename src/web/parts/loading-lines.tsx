import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';

/** Grey lines where text will be. */
export function LoadingLines({ lines = 6 }: { readonly lines?: number }): ReactNode {
  const { t } = useWords();
  const widths = Array.from({ length: lines }, (_, line) => `${100 - ((line * 17) % 45)}%`);
  return (
    <Stack gap="sm" aria-busy="true">
      <VisuallyHidden role="status">{t('shell.loading')}</VisuallyHidden>
      {widths.map((width) => (
        <Skeleton key={width} height={18} width={width} />
      ))}
    </Stack>
  );
}
