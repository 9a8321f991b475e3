import { Code, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Role } from '#domain/permissions.ts';
import { type Team, useInvite } from '../api/people.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import type { Language } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import { RoleAndTeams } from './role-and-teams.tsx';

interface InviteDialogProps {
  readonly isOpen: boolean;
  readonly teams: readonly Team[];
  readonly onClose: () => void;
}

/** Makes an invitation and shows its link once. */
export function InviteDialog({ isOpen, teams, onClose }: InviteDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('people.invite.title')}>
      <InviteForm teams={teams} />
    </Dialog>
  );
}

function InviteForm({ teams }: { readonly teams: readonly Team[] }): ReactNode {
  const { t, language: mine } = useWords();
  const invite = useInvite();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('adviser');
  const [teamIds, setTeamIds] = useState<readonly string[]>(() => teams.slice(0, 1).map(({ id }) => id));
  const [language, setLanguage] = useState<Language>(mine);
  const [isChecked, setIsChecked] = useState(false);
  const isWrong = !/^\S+@\S+\.\S+$/.test(email.trim());
  if (invite.data !== undefined)
    return (
      <Stack gap="sm" role="status">
        <Text>{t('people.invite.made', { email: invite.data.email })}</Text>
        <Code block>{invite.data.link}</Code>
        <CopyButton text={invite.data.link} />
        {role === 'translator' ? <Text>{t('people.invite.translatorNext')}</Text> : null}
      </Stack>
    );
  return (
    <EntryForm
      submit={t('people.invite.make')}
      isBusy={invite.isPending}
      error={invite.error}
      check={() => {
        setIsChecked(true);
        return !isWrong;
      }}
      onSubmit={() => invite.mutate({ email: email.trim(), role, teamIds: [...teamIds], language })}
    >
      <TextInput
        type="email"
        label={t('people.invite.email')}
        value={email}
        error={isChecked && isWrong ? t('people.invite.emailWrong') : null}
        onChange={(event) => setEmail(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <RoleAndTeams
        role={role}
        teamIds={teamIds}
        teams={teams}
        onChange={(changes) => {
          if (changes.role !== undefined) setRole(changes.role);
          if (changes.teamIds !== undefined) setTeamIds(changes.teamIds);
        }}
      />
      <NativeSelect
        label={t('people.invite.language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value === 'en' ? 'en' : 'fr')}
        data={[
          { value: 'fr', label: t('shell.language.fr') },
          { value: 'en', label: t('shell.language.en') },
        ]}
      />
    </EntryForm>
  );
}
