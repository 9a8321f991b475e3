import { Button, Stack, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useDeliver } from '../api/translations.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';

interface DeliverFormProps {
  readonly taskId: string;
  /** Something differs, or nothing could be compared. */
  readonly isRemarkNeeded: boolean;
}

/** Delivers, with a remark where something differs. */
export function DeliverForm({ taskId, isRemarkNeeded }: DeliverFormProps): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const deliver = useDeliver(taskId);
  const [remark, setRemark] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = isRemarkNeeded && remark.trim() === '';
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (isMissing) return;
    deliver.mutate(remark.trim() === '' ? null : remark.trim(), {
      onSuccess: () => {
        toast(t('translations.task.delivered'));
        void navigate({ to: '/translations' });
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" mb="md">
        <Textarea
          label={t('translations.task.remark')}
          description={t('translations.task.remarkHint')}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
          error={isChecked && isMissing ? t('translations.task.remarkMissing') : null}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
        />
        {deliver.error === null ? null : <FailureNotice error={deliver.error} />}
        <Button type="submit" loading={deliver.isPending}>
          {t(isRemarkNeeded ? 'translations.task.deliverAnyway' : 'translations.task.deliver')}
        </Button>
      </Stack>
    </form>
  );
}
