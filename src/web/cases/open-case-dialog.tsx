import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useOpenCase } from '../api/cases.ts';
import { useMe } from '../api/me.ts';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { useWords } from '../words/use-words.ts';

interface OpenCaseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for a name, opens the case and goes there. */
export function OpenCaseDialog({ isOpen, onClose }: OpenCaseDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('cases.openTitle')}>
      <OpenCaseForm />
    </Dialog>
  );
}

function OpenCaseForm(): ReactNode {
  const { t } = useWords();
  const { teams } = useMe();
  const navigate = useNavigate();
  const open = useOpenCase();
  const [name, setName] = useState('');
  const [teamId, setTeamId] = useState(teams[0]?.id);
  const [isChecked, setIsChecked] = useState(false);
  const problem = name.trim() === '' ? t('cases.nameMissing') : null;
  const check = (): boolean => {
    setIsChecked(true);
    return problem === null;
  };
  const submit = (): void =>
    open.mutate(
      { name: name.trim(), ...(teamId === undefined ? {} : { teamId }) },
      { onSuccess: ({ id }) => void navigate({ to: '/cases/$caseId', params: { caseId: id } }) },
    );
  return (
    <EntryForm submit={t('cases.submit')} isBusy={open.isPending} error={open.error} check={check} onSubmit={submit}>
      <TextInput
        label={t('cases.name')}
        description={t('cases.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isChecked ? problem : null}
        maxLength={100}
        autoComplete="off"
        data-autofocus
      />
      {teams.length > 1 ? (
        <NativeSelect
          label={t('cases.team')}
          value={teamId ?? ''}
          onChange={(event) => setTeamId(event.currentTarget.value)}
          data={teams.map(({ id, name: label }) => ({ value: id, label }))}
        />
      ) : null}
    </EntryForm>
  );
}
