import { Checkbox, Code, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMakeApiKey } from '../api/api-keys.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { useWords } from '../words/use-words.ts';

interface MakeKeyDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a key and shows it once. */
export function MakeKeyDialog({ isOpen, onClose }: MakeKeyDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('account.mine.keyCreate')}>
      <MakeKeyForm />
    </Dialog>
  );
}

function MakeKeyForm(): ReactNode {
  const { t } = useWords();
  const make = useMakeApiKey();
  const [name, setName] = useState('');
  const [isReading, setIsReading] = useState(true);
  const [until, setUntil] = useState(() => dayFromNow(90));
  const [isChecked, setIsChecked] = useState(false);
  const problem = name.trim() === '' ? t('account.nameMissing') : null;
  const check = (): boolean => {
    setIsChecked(true);
    return problem === null;
  };
  if (make.data !== undefined)
    return (
      <Stack gap="sm" role="status">
        <Text>{t('account.mine.keyCreated')}</Text>
        <Code block>{make.data.key}</Code>
        <CopyButton text={make.data.key} />
      </Stack>
    );
  return (
    <EntryForm
      submit={t('account.mine.keyCreate')}
      isBusy={make.isPending}
      error={make.error}
      check={check}
      onSubmit={() => make.mutate({ name: name.trim(), rights: isReading ? 'reading' : 'all', until })}
    >
      <TextInput
        label={t('account.mine.keyName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isChecked ? problem : null}
        autoComplete="off"
        data-autofocus
      />
      <TextInput
        type="date"
        label={t('account.mine.keyUntil')}
        value={until}
        min={dayFromNow(1)}
        max={dayFromNow(365)}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Checkbox
        label={t('account.mine.keyReading')}
        description={t('account.mine.keyReadingHint')}
        checked={isReading}
        onChange={(event) => setIsReading(event.currentTarget.checked)}
      />
    </EntryForm>
  );
}

/** The ISO day so many days from now. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
