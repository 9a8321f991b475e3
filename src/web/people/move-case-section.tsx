import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { casesQuery } from '../api/cases.ts';
import { type Team, useMoveCase } from '../api/people.ts';
import { Confirm } from '../parts/confirm.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './people.module.css';

/** Gives a case to another team; nothing to show where there is one team only. */
export function MoveCaseSection({ teams }: { readonly teams: readonly Team[] }): ReactNode {
  const { t } = useWords();
  const query = useQuery(casesQuery);
  const move = useMoveCase();
  const [caseId, setCaseId] = useState('');
  const [teamId, setTeamId] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  if (teams.length < 2) return null;
  const chosen = query.data?.find(({ id }) => id === caseId) ?? query.data?.[0];
  const others = teams.filter(({ id }) => id !== chosen?.teamId);
  const target = others.find(({ id }) => id === teamId) ?? others[0];
  const before = teams.find(({ id }) => id === chosen?.teamId)?.name ?? '';
  const give = (): void => {
    if (chosen === undefined || target === undefined) return;
    move.mutate(
      { caseId: chosen.id, teamId: target.id },
      { onSuccess: () => toast(t('people.teams.moved')), onError: failureToast, onSettled: () => setIsAsking(false) },
    );
  };
  return (
    <Section title={t('people.teams.cases')} text={t('people.teams.casesText')}>
      <QueryView query={query}>
        {(cases) =>
          cases.length === 0 ? (
            <p className={styles['none']}>{t('people.teams.noCases')}</p>
          ) : (
            <div className={styles['choose']}>
              <NativeSelect
                label={t('people.teams.case')}
                value={chosen?.id ?? ''}
                onChange={(event) => setCaseId(event.currentTarget.value)}
                data={cases.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <NativeSelect
                label={t('people.teams.to')}
                value={target?.id ?? ''}
                onChange={(event) => setTeamId(event.currentTarget.value)}
                data={others.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Button onClick={() => setIsAsking(true)}>{t('people.teams.move')}</Button>
            </div>
          )
        }
      </QueryView>
      <Confirm
        isOpen={isAsking}
        title={t('people.teams.moveTitle')}
        text={t('people.teams.moveAsk', { name: chosen?.name ?? '', team: target?.name ?? '', before })}
        action={t('people.teams.move')}
        isBusy={move.isPending}
        onConfirm={give}
        onCancel={() => setIsAsking(false)}
      />
    </Section>
  );
}
