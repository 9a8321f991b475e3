import { Button, Divider } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Role } from '#domain/permissions.ts';
import type { PersonRow } from '#http/contract/people.ts';
import { type Team, useChangePerson, useSignOutPerson } from '../api/people.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './people.module.css';
import { RoleAndTeams } from './role-and-teams.tsx';

interface EditPersonDialogProps {
  readonly person: PersonRow;
  readonly teams: readonly Team[];
  readonly onClose: () => void;
}
type Asked = 'role' | 'block' | 'signOut';

/** Role, teams, sessions, blocked: whatever takes something away is asked back. */
export function EditPersonDialog({ person, teams, onClose }: EditPersonDialogProps): ReactNode {
  const { t } = useWords();
  const [role, setRole] = useState<Role>(person.role);
  const [teamIds, setTeamIds] = useState<readonly string[]>(person.teamIds);
  const [asked, setAsked] = useState<Asked | null>(null);
  const change = useChangePerson(person.id);
  const signOut = useSignOutPerson(person.id);
  const { name } = person;
  const save = (changes: Parameters<typeof change.mutate>[0], said: string): void =>
    change.mutate(changes, {
      onSuccess: () => {
        toast(said);
        onClose();
      },
      onSettled: () => setAsked(null),
    });
  const saveRole = (): void => save({ role, teamIds: [...teamIds] }, t('people.edit.saved'));
  const endSessions = (): void =>
    signOut.mutate(undefined, {
      onSuccess: ({ ended }) => toast(t('people.edit.signedOut', { count: ended })),
      onError: failureToast,
      onSettled: () => setAsked(null),
    });
  const confirmed: Readonly<Record<Asked, () => void>> = {
    role: saveRole,
    block: () => save({ isBlocked: true }, t('people.edit.blocked')),
    signOut: endSessions,
  };
  return (
    <Dialog isOpen title={t('people.edit.title', { name })} onClose={onClose}>
      <EntryForm
        submit={t('people.edit.save')}
        isBusy={change.isPending}
        error={change.error}
        check={() => true}
        onSubmit={() => (role === person.role ? saveRole() : setAsked('role'))}
      >
        <RoleAndTeams
          role={role}
          teamIds={teamIds}
          teams={teams}
          onChange={(changes) => {
            if (changes.role !== undefined) setRole(changes.role);
            if (changes.teamIds !== undefined) setTeamIds(changes.teamIds);
          }}
        />
      </EntryForm>
      <Divider my="lg" />
      <div className={styles['actions']}>
        <Button variant="default" onClick={() => setAsked('signOut')}>
          {t('people.edit.signOut')}
        </Button>
        {person.isBlocked ? (
          <Button variant="default" onClick={() => save({ isBlocked: false }, t('people.edit.unblocked'))}>
            {t('people.edit.unblock')}
          </Button>
        ) : (
          <Button variant="light" color="red" onClick={() => setAsked('block')}>
            {t('people.edit.block')}
          </Button>
        )}
      </div>
      {asked === null ? null : (
        <Confirm
          isOpen
          title={t(`people.edit.${asked}Title`, { name })}
          text={t(`people.edit.${asked}Ask`, { name, role: t(`people.role.${role}`) })}
          action={t(asked === 'role' ? 'people.edit.save' : `people.edit.${asked}`)}
          isDangerous={asked === 'block'}
          isBusy={change.isPending || signOut.isPending}
          onConfirm={confirmed[asked]}
          onCancel={() => setAsked(null)}
        />
      )}
    </Dialog>
  );
}
