import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PersonRow } from '#http/contract/people.ts';
import { useMe } from '../api/me.ts';
import { peopleQuery, type Team, teamsQuery } from '../api/people.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Icon } from '../parts/icon.tsx';
import { Label } from '../parts/label.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords, type Words } from '../words/use-words.ts';
import { EditPersonDialog } from './edit-person-dialog.tsx';
import { InvitationsSection } from './invitations-section.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import styles from './people.module.css';

/** Everybody, and whoever is invited. */
export function PeopleTab(): ReactNode {
  const words = useWords();
  const { t } = words;
  const me = useMe();
  const [people, teams] = [useQuery(peopleQuery), useQuery(teamsQuery)];
  const [edited, setEdited] = useState<string | null>(null);
  const [isInviting, setIsInviting] = useState(false);
  useShortcut({ keys: 'n', what: t('people.invite.title') }, () => setIsInviting(true));
  const allTeams = teams.data?.teams ?? [];
  const person = people.data?.people.find(({ id }) => id === edited);
  const columns = columnsIn(words, { teams: allTeams, myId: me.id, onEdit: setEdited });
  return (
    <div className={styles['stack']}>
      <QueryView query={people}>
        {(answer) => (
          <DataTable
            label={t('people.list.title')}
            columns={columns}
            rows={answer.people}
            rowKey={({ id }) => id}
            filterText={({ name, email, role }) => `${name} ${email} ${t(`people.role.${role}`)}`}
            firstSort={{ column: 'name', isDown: false }}
            onOpen={({ id }) => setEdited(id)}
            tools={
              <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIsInviting(true)}>
                {t('people.invite.action')}
              </Button>
            }
          />
        )}
      </QueryView>
      <InvitationsSection />
      <InviteDialog isOpen={isInviting} teams={allTeams} onClose={() => setIsInviting(false)} />
      {person === undefined ? null : (
        <EditPersonDialog key={person.id} person={person} teams={allTeams} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

interface ColumnsOf {
  readonly teams: readonly Team[];
  readonly myId: string;
  readonly onEdit: (id: string) => void;
}

function columnsIn({ t, format }: Words, { teams, myId, onEdit }: ColumnsOf): Column<PersonRow>[] {
  const teamNames = (ids: readonly string[]): string =>
    ids.flatMap((id) => teams.find((team) => team.id === id)?.name ?? []).join(', ');
  return [
    {
      id: 'name',
      header: t('people.list.name'),
      sortBy: ({ name }) => name,
      cell: ({ id, name, email, isBlocked }) => (
        <>
          <span className={styles['name']}>{name}</span> {id === myId ? <Label>{t('people.list.you')}</Label> : null}
          {isBlocked ? (
            <Label tone="bad" icon="lock">
              {t('people.list.blocked')}
            </Label>
          ) : null}
          <div className={styles['quiet']}>{email}</div>
        </>
      ),
    },
    {
      id: 'role',
      header: t('people.list.role'),
      width: '9rem',
      sortBy: ({ role }) => t(`people.role.${role}`),
      cell: ({ role }) => t(`people.role.${role}`),
    },
    {
      id: 'teams',
      header: t('people.list.teams'),
      isWideOnly: true,
      sortBy: ({ teamIds }) => teamNames(teamIds),
      cell: ({ teamIds }) => teamNames(teamIds) || <span aria-hidden="true">–</span>,
    },
    {
      id: 'seen',
      header: t('people.list.seen'),
      width: '10rem',
      isWideOnly: true,
      sortBy: ({ seenAt }) => seenAt,
      cell: ({ seenAt }) => (seenAt === null ? t('people.list.never') : format.ago(seenAt)),
    },
    {
      id: 'change',
      header: t('people.list.change'),
      width: '7rem',
      cell: ({ id, name }) => (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('people.list.changeOf', { name })}
          onClick={() => onEdit(id)}
        >
          {t('people.list.change')}
        </Button>
      ),
    },
  ];
}
