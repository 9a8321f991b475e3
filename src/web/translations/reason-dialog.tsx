import { Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { useWords } from '../words/use-words.ts';

interface ReasonDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Who reads it, and what follows. */
  readonly text: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onReason: (reason: string) => void;
}

/** As short as the server takes. */
const LEAST_LETTERS = 3;

/** Asks for a reason before something is given or sent back. */
export function ReasonDialog({ isOpen, onClose, title, ...form }: ReasonDialogProps): ReactNode {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <ReasonForm {...form} />
    </Dialog>
  );
}

function ReasonForm(props: Omit<ReasonDialogProps, 'isOpen' | 'onClose' | 'title'>): ReactNode {
  const { text, action, isBusy, error, onReason } = props;
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const problem = reason.trim().length < LEAST_LETTERS ? t('translations.task.reasonMissing') : null;
  const check = (): boolean => {
    setIsChecked(true);
    return problem === null;
  };
  return (
    <EntryForm submit={action} isBusy={isBusy} error={error} check={check} onSubmit={() => onReason(reason.trim())}>
      <Text size="sm">{text}</Text>
      <Textarea
        label={t('translations.task.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isChecked ? problem : null}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        data-autofocus
      />
    </EntryForm>
  );
}
