import { Checkbox, Code, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { WebhookEvent } from '#domain/webhooks.ts';
import { useAddWebhook } from '../api/people.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { useWords } from '../words/use-words.ts';

const EVENTS = [
  ...(['file-settled', 'document-judged', 'case-judged', 'case-changed'] as const),
  ...(['translation-ordered', 'translation-delivered', 'translation-accepted'] as const),
] satisfies readonly WebhookEvent[];

interface AddWebhookDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Registers an address and shows its secret once. */
export function AddWebhookDialog({ isOpen, onClose }: AddWebhookDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('people.webhooks.add')}>
      <AddWebhookForm />
    </Dialog>
  );
}

function AddWebhookForm(): ReactNode {
  const { t } = useWords();
  const add = useAddWebhook();
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['case-judged']);
  const [isChecked, setIsChecked] = useState(false);
  const events = EVENTS.filter((event) => chosen.includes(event));
  const isUrlMissing = url.trim() === '';
  if (add.data !== undefined)
    return (
      <Stack gap="sm" role="status">
        <Text>{t('people.webhooks.made')}</Text>
        <Code block>{add.data.secret}</Code>
        <CopyButton text={add.data.secret} />
      </Stack>
    );
  return (
    <EntryForm
      submit={t('people.webhooks.make')}
      isBusy={add.isPending}
      error={add.error}
      check={() => {
        setIsChecked(true);
        return !isUrlMissing && events.length > 0;
      }}
      onSubmit={() => add.mutate({ url: url.trim(), events })}
    >
      <TextInput
        type="url"
        label={t('people.webhooks.url')}
        description={t('people.webhooks.urlHint')}
        value={url}
        error={isChecked && isUrlMissing ? t('people.webhooks.urlMissing') : null}
        onChange={(event) => setUrl(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <Checkbox.Group
        label={t('people.webhooks.events')}
        value={[...chosen]}
        onChange={setChosen}
        error={isChecked && events.length === 0 ? t('people.webhooks.eventsMissing') : null}
      >
        <Stack gap="xs" mt="xs">
          {EVENTS.map((event) => (
            <Checkbox key={event} value={event} label={t(`people.webhooks.event.${event}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </EntryForm>
  );
}
