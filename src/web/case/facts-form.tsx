import { Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseFactsBody } from '#http/contract/cases.ts';
import { useChangeFacts } from '../api/facts.ts';
import { EntryForm } from '../parts/entry-form.tsx';
import { useWords } from '../words/use-words.ts';

interface FactsFormProps {
  readonly caseId: string;
  readonly facts: CaseFactsBody;
  readonly onDone: () => void;
}

const ENTRY = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const DEPARTEMENT = /^(\d{2}|2[AB]|97\d|98\d)$/;

/** Name, birth, entry, département: what is left empty is looked for in the papers. */
export function FactsForm({ caseId, facts, onDone }: FactsFormProps): ReactNode {
  const { t } = useWords();
  const change = useChangeFacts(caseId);
  const [typed, setTyped] = useState(facts);
  const [isChecked, setIsChecked] = useState(false);
  const fits = (value: string | undefined, form: RegExp): boolean => value === undefined || form.test(value);
  const isEntryFit = fits(typed.entry, ENTRY);
  const isDepartementFit = fits(typed.departement, DEPARTEMENT);
  const field = (name: 'client' | 'birth' | 'entry' | 'departement') => ({
    label: t(`caseView.facts.${name}`),
    value: typed[name] ?? '',
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: React.ChangeEvent<HTMLInputElement>) => {
      const { [name]: _, ...others } = typed;
      setTyped(value.trim() === '' ? others : { ...others, [name]: value });
    },
  });
  const check = (): boolean => {
    setIsChecked(true);
    return isEntryFit && isDepartementFit;
  };
  return (
    <EntryForm
      submit={t('caseView.facts.save')}
      isBusy={change.isPending}
      error={change.error}
      check={check}
      onSubmit={() => change.mutate(typed, { onSuccess: onDone })}
    >
      <Text size="sm" c="dimmed">
        {t('caseView.facts.text')}
      </Text>
      <TextInput {...field('client')} data-autofocus />
      <TextInput {...field('birth')} type="date" />
      <TextInput
        {...field('entry')}
        description={t('caseView.facts.entryHint')}
        error={isChecked && !isEntryFit ? t('caseView.facts.entryWrong') : null}
      />
      <TextInput
        {...field('departement')}
        description={t('caseView.facts.departementHint')}
        error={isChecked && !isDepartementFit ? t('caseView.facts.departementWrong') : null}
      />
    </EntryForm>
  );
}
