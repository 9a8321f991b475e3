import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiFailure, unexpectedAnswer } from '../api/api-failure.ts';
import { useWords } from '../words/use-words.ts';
import { Icon } from './icon.tsx';

interface FailureNoticeProps {
  /** Whatever a query or mutation threw. */
  readonly error: unknown;
  /** Asks again, where that makes sense. */
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do next, in the reader's language. It is read out as soon as it shows. */
export function FailureNotice({ error, onRetry }: FailureNoticeProps): ReactNode {
  const { t, say } = useWords();
  const { message, next, code } = (error instanceof ApiFailure ? error : unexpectedAnswer(0)).text;
  return (
    <Alert color="red" variant="light" role="alert" icon={<Icon name="blocking" />} title={say(message)}>
      {next === null ? null : <Text size="sm">{say(next)}</Text>}
      <Group justify="space-between" mt="xs" gap="xs">
        <Text size="xs" c="dimmed">
          {t('shell.error.code', { code })}
        </Text>
        {onRetry === undefined ? null : (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('shell.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
