import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';

export const SHORTEST_PASSWORD = 12;

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
  /** A new one: the rule stands below, and the browser offers to make one. */
  readonly isNew?: boolean;
}

/** A password, which can be looked at while it is typed. */
export function PasswordField({ label, value, onChange, error, isNew = false }: PasswordFieldProps): ReactNode {
  const { t } = useWords();
  return (
    <PasswordInput
      label={label}
      {...(isNew ? { description: t('account.password.rule') } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': t('account.password.show'), tabIndex: 0 }}
      required
      withAsterisk={false}
    />
  );
}
