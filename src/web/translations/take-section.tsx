import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useDecline, useTake } from '../api/translations.ts';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

interface TakeSectionProps {
  readonly taskId: string;
  /** It is theirs, and can still be given back. */
  readonly isTaken?: boolean;
}

/** Says yes or no to a translation. */
export function TakeSection({ taskId, isTaken = false }: TakeSectionProps): ReactNode {
  const { t } = useWords();
  const take = useTake(taskId);
  const [isDeclining, setIsDeclining] = useState(false);
  const decline = (
    <Button variant={isTaken ? 'subtle' : 'default'} onClick={() => setIsDeclining(true)}>
      {t('translations.task.decline')}
    </Button>
  );
  return (
    <>
      {isTaken ? (
        <Group justify="flex-end">{decline}</Group>
      ) : (
        <Section title={t('translations.state.asked')} text={t('translations.task.takeFirst')}>
          <Group gap="sm">
            <Button
              loading={take.isPending}
              onClick={() =>
                take.mutate(undefined, {
                  onSuccess: () => toast(t('translations.task.taken')),
                  onError: failureToast,
                })
              }
            >
              {t('translations.task.take')}
            </Button>
            {decline}
          </Group>
        </Section>
      )}
      <DeclineDialog taskId={taskId} isOpen={isDeclining} onClose={() => setIsDeclining(false)} />
    </>
  );
}

interface DeclineDialogProps {
  readonly taskId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function DeclineDialog({ taskId, isOpen, onClose }: DeclineDialogProps): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const decline = useDecline(taskId);
  return (
    <ReasonDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('translations.task.declineTitle')}
      text={t('translations.task.declineText')}
      action={t('translations.task.decline')}
      isBusy={decline.isPending}
      error={decline.error}
      onReason={(reason) =>
        decline.mutate(reason, {
          onSuccess: () => {
            toast(t('translations.task.declined'));
            void navigate({ to: '/translations' });
          },
        })
      }
    />
  );
}
