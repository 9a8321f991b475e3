import { type ReactNode, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { useWords } from '../words/use-words.ts';

interface PasswordDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSubmit: (password: string) => void;
}

/** Asks for the password again before something that protects the account is changed. */
export function PasswordDialog(props: PasswordDialogProps): ReactNode {
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={props.title}>
      <PasswordForm {...props} />
    </Dialog>
  );
}

function PasswordForm({ action, isBusy, error, onSubmit }: PasswordDialogProps): ReactNode {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const problem = password === '' ? t('account.password.missing') : null;
  const check = (): boolean => {
    setIsChecked(true);
    return problem === null;
  };
  return (
    <EntryForm submit={action} isBusy={isBusy} error={error} check={check} onSubmit={() => onSubmit(password)}>
      <PasswordField
        label={t('account.mine.current')}
        value={password}
        onChange={setPassword}
        error={isChecked ? problem : null}
      />
    </EntryForm>
  );
}
