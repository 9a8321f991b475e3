import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { peopleQuery, type Team, teamsQuery, useSaveTeam } from '../api/people.ts';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { Icon } from '../parts/icon.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { MoveCaseSection } from './move-case-section.tsx';
import styles from './people.module.css';

/** Teams with their members, and whose case a case is. */
export function TeamsTab(): ReactNode {
  const { t } = useWords();
  const [teams, people] = [useQuery(teamsQuery), useQuery(peopleQuery)];
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  const membersOf = (teamId: string): string =>
    (people.data?.people ?? [])
      .filter(({ teamIds }) => teamIds.includes(teamId))
      .map(({ name }) => name)
      .join(', ');
  return (
    <div className={styles['stack']}>
      <Section
        title={t('people.tabs.teams')}
        text={t('people.teams.text')}
        actions={
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEdited('new')}>
            {t('people.teams.add')}
          </Button>
        }
      >
        <QueryView query={teams}>
          {(answer) => (
            <Lines>
              {answer.teams.map((team) => (
                <Line
                  key={team.id}
                  icon="people"
                  title={team.name}
                  text={membersOf(team.id) || t('people.teams.none')}
                  action={
                    <Button
                      variant="default"
                      size="compact-md"
                      aria-label={t('people.teams.renameOf', { name: team.name })}
                      onClick={() => setEdited(team)}
                    >
                      {t('people.teams.rename')}
                    </Button>
                  }
                />
              ))}
            </Lines>
          )}
        </QueryView>
      </Section>
      <MoveCaseSection teams={teams.data?.teams ?? []} />
      <Dialog
        isOpen={edited !== null}
        title={edited === 'new' || edited === null ? t('people.teams.add') : t('people.teams.renameOf', edited)}
        onClose={() => setEdited(null)}
      >
        <TeamForm team={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
      </Dialog>
    </div>
  );
}

function TeamForm({ team, onDone }: { readonly team: Team | null; readonly onDone: () => void }): ReactNode {
  const { t } = useWords();
  const [name, setName] = useState(team?.name ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const save = useSaveTeam(team?.id ?? null);
  const isMissing = name.trim() === '';
  return (
    <EntryForm
      submit={t('people.edit.save')}
      isBusy={save.isPending}
      error={save.error}
      check={() => {
        setIsChecked(true);
        return !isMissing;
      }}
      onSubmit={() =>
        save.mutate(name.trim(), {
          onSuccess: () => {
            toast(t('people.teams.saved'));
            onDone();
          },
        })
      }
    >
      <TextInput
        label={t('people.teams.name')}
        value={name}
        maxLength={100}
        error={isChecked && isMissing ? t('people.teams.nameMissing') : null}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </EntryForm>
  );
}
