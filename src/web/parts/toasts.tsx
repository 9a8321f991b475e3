import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ApiFailure, unexpectedAnswer } from '../api/api-failure.ts';
import { parseLanguage } from '../words/language.ts';
import { words } from '../words/start-words.ts';
import { Icon } from './icon.tsx';

const UNDO_MS = 12_000;

const closing = (): { closeButtonProps: { 'aria-label': string } } => ({
  closeButtonProps: { 'aria-label': words.t('shell.close') },
});

/** Says that something was done. */
export function toast(message: string): void {
  notifications.show({ message, icon: <Icon name="check" />, color: 'green', ...closing() });
}

/** Says that something came out otherwise than one would like. */
export function warningToast(message: string): void {
  notifications.show({ message, icon: <Icon name="weak" />, color: 'amber', role: 'alert', ...closing() });
}

/** Says what went wrong with something that has no place of its own on the page for it. */
export function failureToast(error: unknown): void {
  const { message, next } = (error instanceof ApiFailure ? error : unexpectedAnswer(0)).text;
  const language = parseLanguage(words.language) ?? 'fr';
  notifications.show({
    title: message[language],
    message: next?.[language] ?? '',
    icon: <Icon name="blocking" />,
    color: 'red',
    autoClose: 15_000,
    role: 'alert',
    ...closing(),
  });
}

/** Says that something was done and lets it be undone for twelve seconds */
export function undoToast(message: string, undo: () => Promise<unknown>): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="undo" size={14} />}
          onClick={() => {
            notifications.hide(id);
            undo().then(() => toast(words.t('shell.undone')), failureToast);
          }}
        >
          {words.t('shell.undo')}
        </Button>
      </Group>
    ),
    autoClose: UNDO_MS,
    ...closing(),
  });
}
