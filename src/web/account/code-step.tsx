import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSecondStep } from '../api/sign-in.ts';
import { EntryForm } from '../parts/entry-form.tsx';
import { useWords } from '../words/use-words.ts';
import { CardHead } from './card-head.tsx';

interface CodeStepProps {
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** The second step of signing in: six digits of an authenticator app, or a backup code. */
export function CodeStep({ onDone, onBack }: CodeStepProps): ReactNode {
  const { t } = useWords();
  const secondStep = useSecondStep();
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const problem = code.trim() === '' ? t('account.codeWrong') : null;
  const check = (): boolean => {
    setIsChecked(true);
    return problem === null;
  };
  return (
    <>
      <CardHead title={t('account.signIn.codeTitle')} text={t('account.signIn.codeHint')} />
      <EntryForm
        submit={t('account.signIn.codeSubmit')}
        isWide
        isBusy={secondStep.isPending}
        error={secondStep.error}
        check={check}
        onSubmit={() => secondStep.mutate(code, { onSuccess: onDone })}
      >
        <TextInput
          label={t('account.signIn.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={isChecked ? problem : null}
          autoComplete="one-time-code"
          inputMode="numeric"
          data-autofocus
        />
      </EntryForm>
      <Button variant="subtle" fullWidth mt="sm" onClick={onBack}>
        {t('account.signIn.back')}
      </Button>
    </>
  );
}
