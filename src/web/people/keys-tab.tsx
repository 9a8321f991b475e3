import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type ApiKeyOfPerson, keysOfPeopleQuery, peopleQuery, useRevokeKeyOfPerson } from '../api/people.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Label } from '../parts/label.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './people.module.css';

/** The keys of everybody. */
export function KeysTab(): ReactNode {
  const { t } = useWords();
  const [keys, people] = [useQuery(keysOfPeopleQuery), useQuery(peopleQuery)];
  const revoke = useRevokeKeyOfPerson();
  const [leaving, setLeaving] = useState<string | null>(null);
  const nameOf = (personId: string): string => people.data?.people.find(({ id }) => id === personId)?.name ?? '';
  const confirm = (): void => {
    if (leaving !== null)
      revoke.mutate(leaving, {
        onSuccess: () => toast(t('people.keys.revoked')),
        onError: failureToast,
        onSettled: () => setLeaving(null),
      });
  };
  return (
    <Section title={t('people.tabs.keys')} text={t('people.keys.text')}>
      <QueryView query={keys}>
        {({ apiKeys }) =>
          apiKeys.length === 0 ? (
            <p className={styles['none']}>{t('people.keys.none')}</p>
          ) : (
            <Lines>
              {apiKeys.map((key) => (
                <KeyLine key={key.id} apiKey={key} person={nameOf(key.personId)} onRevoke={() => setLeaving(key.id)} />
              ))}
            </Lines>
          )
        }
      </QueryView>
      <Confirm
        isOpen={leaving !== null}
        title={t('people.keys.revokeTitle')}
        text={t('people.keys.revokeAsk')}
        action={t('people.keys.revoke')}
        isDangerous
        isBusy={revoke.isPending}
        onConfirm={confirm}
        onCancel={() => setLeaving(null)}
      />
    </Section>
  );
}

interface KeyLineProps {
  readonly apiKey: ApiKeyOfPerson;
  readonly person: string;
  readonly onRevoke: () => void;
}

function KeyLine({ apiKey: { name, prefix, expiresAt, rights }, person, onRevoke }: KeyLineProps): ReactNode {
  const { t, format } = useWords();
  return (
    <Line
      icon="key"
      title={
        <>
          {name} <Label>{t(`people.keys.${rights}`)}</Label>
        </>
      }
      text={t('people.keys.line', { person, prefix, date: format.day(expiresAt.slice(0, 10)) })}
      action={
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('people.keys.revokeOf', { name, person })}
          onClick={onRevoke}
        >
          {t('people.keys.revoke')}
        </Button>
      }
    />
  );
}
