import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { Icon } from './icon.tsx';

/** Copies a text and says so. */
export function CopyButton({ text }: { readonly text: string }): ReactNode {
  const { t } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    window.setTimeout(() => setIsCopied(false), 2000);
  };
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Icon name={isCopied ? 'check' : 'copy'} size={14} />}
      onClick={() => void copy()}
      aria-live="polite"
    >
      {t(isCopied ? 'shell.copied' : 'shell.copy')}
    </Button>
  );
}
