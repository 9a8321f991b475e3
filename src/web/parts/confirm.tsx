import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Dialog } from './dialog.tsx';

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What follows from it, in a sentence. */
  readonly text: string;
  /** The verb, not "yes". */
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before what can't be undone. What can be undone is done at once, with `undoToast`. */
export function Confirm(props: ConfirmProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onCancel} title={props.title}>
      <Text>{props.text}</Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={props.onCancel} data-autofocus>
          {t('shell.cancel')}
        </Button>
        <Button
          {...(props.isDangerous === true ? { color: 'red' } : {})}
          loading={props.isBusy ?? false}
          onClick={props.onConfirm}
        >
          {props.action}
        </Button>
      </Group>
    </Dialog>
  );
}
