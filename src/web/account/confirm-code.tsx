import { Anchor, Code, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useConfirmSecondCode } from '../api/my-account.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { codeProblem } from './check-entries.ts';
import { QrPicture } from './qr-picture.tsx';

interface ConfirmCodeProps {
  readonly prepared: { readonly uri: string; readonly backupCodes: readonly string[] };
}

/** The secret for the app as a picture and in letters, the backup codes, and the first code that turns the second step on. */
export function ConfirmCode({ prepared: { uri, backupCodes } }: ConfirmCodeProps): ReactNode {
  const { t } = useWords();
  const confirm = useConfirmSecondCode();
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const problem = codeProblem(t, code);
  const check = (): boolean => {
    setIsChecked(true);
    return problem === null;
  };
  const secret = secretOf(uri);
  return (
    <Stack gap="md">
      <Text>{t('account.mine.totpScan')}</Text>
      <QrPicture text={uri} label={t('account.mine.totpPicture')} />
      <Text>
        <Anchor href={uri} underline="always">
          {t('account.mine.totpLink')}
        </Anchor>{' '}
        {t('account.mine.totpSecret')}
      </Text>
      <div>
        <Code fz="md">{secret.match(/.{1,4}/g)?.join(' ') ?? secret}</Code> <CopyButton text={secret} />
      </div>
      <div>
        <Text fw={600}>{t('account.mine.totpBackup')}</Text>
        <Text size="sm" c="dimmed" mb="xs">
          {t('account.mine.totpBackupHint')}
        </Text>
        <Code block>{backupCodes.join('\n')}</Code>
        <CopyButton text={backupCodes.join('\n')} />
      </div>
      <EntryForm
        submit={t('account.mine.totpEnable')}
        isBusy={confirm.isPending}
        error={confirm.error}
        check={check}
        onSubmit={() => confirm.mutate(code, { onSuccess: () => toast(t('account.mine.totpActivated')) })}
      >
        <TextInput
          label={t('account.mine.totpConfirm')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={isChecked ? problem : null}
          autoComplete="one-time-code"
          inputMode="numeric"
          maw="12rem"
        />
      </EntryForm>
    </Stack>
  );
}

function secretOf(uri: string): string {
  return new URLSearchParams(uri.split('?')[1] ?? '').get('secret') ?? '';
}
