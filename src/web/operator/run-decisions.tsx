import { Alert, Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { RunDetail, RunRow } from '#http/contract/operator.ts';
import { type RunStep, useRunStep } from '../api/operator.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Icon } from '../parts/icon.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';

type Decision = Exclude<RunStep, 'resume'>;

const WORDS = { accept: 'accept', reject: 'reject', 'roll-back': 'rollBack' } as const satisfies Record<
  Decision,
  string
>;
/** What can be decided on a run in a state; what was interrupted is gone on with. */
const POSSIBLE: Readonly<Record<RunRow['state'], readonly Decision[]>> = {
  computing: ['reject'],
  proposed: ['accept', 'reject'],
  accepting: ['accept', 'roll-back'],
  accepted: ['roll-back'],
  rejecting: ['reject'],
  rejected: [],
  'rolling-back': ['roll-back'],
  'rolled-back': [],
};
const UNDER_WAY: Readonly<Partial<Record<RunRow['state'], Decision>>> = {
  accepting: 'accept',
  rejecting: 'reject',
  'rolling-back': 'roll-back',
};

/** The buttons that decide, each asked back. */
export function RunDecisions({ detail: { run, lots } }: { readonly detail: RunDetail }): ReactNode {
  const { t } = useWords();
  const step = useRunStep(run.id);
  const [asked, setAsked] = useState<Decision | null>(null);
  const act = (what: RunStep): void =>
    step.mutate(what, {
      onSuccess: () => toast(t(what === 'resume' ? 'operator.run.resumed' : 'operator.run.decided')),
      onError: failureToast,
      onSettled: () => setAsked(null),
    });
  const nameOf = (decision: Decision): string =>
    UNDER_WAY[run.state] === decision ? t('operator.run.goOn') : t(`operator.run.${WORDS[decision]}`);
  const word = asked === null ? 'accept' : WORDS[asked];
  return (
    <>
      {lots.dead > 0 && run.state === 'computing' ? (
        <Alert color="amber" variant="light" mt="md" icon={<Icon name="weak" />}>
          <p style={{ margin: '0 0 0.5rem' }}>{t('operator.run.deadLots', { count: lots.dead })}</p>
          <Button size="compact-md" variant="default" loading={step.isPending} onClick={() => act('resume')}>
            {t('operator.run.resume')}
          </Button>
        </Alert>
      ) : null}
      <Group gap="sm" mt={POSSIBLE[run.state].length > 0 ? 'md' : 0}>
        {POSSIBLE[run.state].map((decision) => (
          <Button
            key={decision}
            variant={decision === 'accept' ? 'filled' : 'default'}
            onClick={() => setAsked(decision)}
          >
            {nameOf(decision)}
          </Button>
        ))}
      </Group>
      <Confirm
        isOpen={asked !== null}
        title={t(`operator.run.${word}Title`)}
        text={t(`operator.run.${word}Ask`)}
        action={t(`operator.run.${word}`)}
        isDangerous={asked !== 'accept'}
        isBusy={step.isPending}
        onConfirm={() => act(asked ?? 'accept')}
        onCancel={() => setAsked(null)}
      />
    </>
  );
}
