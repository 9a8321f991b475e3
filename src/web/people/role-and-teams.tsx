import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Role } from '#domain/permissions.ts';
import type { Team } from '../api/people.ts';
import { useWords } from '../words/use-words.ts';
import styles from './people.module.css';

const ROLES = ['adviser', 'translator', 'operator', 'administrator'] as const satisfies readonly Role[];

interface RoleAndTeamsProps {
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly teams: readonly Team[];
  readonly onChange: (changes: { readonly role?: Role; readonly teamIds?: readonly string[] }) => void;
}

/** What somebody is, and whose cases they see. */
export function RoleAndTeams({ role, teamIds, teams, onChange }: RoleAndTeamsProps): ReactNode {
  const { t } = useWords();
  const needsTeam = role === 'adviser' && teamIds.length === 0;
  return (
    <>
      <NativeSelect
        label={t('people.list.role')}
        description={t(`people.roleHint.${role}`)}
        value={role}
        onChange={(event) => onChange({ role: ROLES.find((one) => one === event.currentTarget.value) ?? role })}
        data={ROLES.map((one) => ({ value: one, label: t(`people.role.${one}`) }))}
      />
      <Checkbox.Group
        label={t('people.list.teams')}
        {...(needsTeam ? { description: t('people.edit.noTeams') } : {})}
        value={[...teamIds]}
        onChange={(ids) => onChange({ teamIds: ids })}
      >
        <div className={styles['chips']} style={{ marginTop: '0.5rem', gap: '0.5rem 1.25rem' }}>
          {teams.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
