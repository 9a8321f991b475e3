import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useReach, useStartRun } from '../api/operator.ts';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { failureToast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';

interface BeginRunDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const EMPTY = { type: '', caseId: '', before: '', asOf: '', isJudgingOnly: false };
type Entries = typeof EMPTY;

/** Asks which papers, says how many they are, and has them computed. */
export function BeginRunDialog({ isOpen, onClose }: BeginRunDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('operator.runs.begin')}>
      <BeginRunForm />
    </Dialog>
  );
}

function BeginRunForm(): ReactNode {
  const { t } = useWords();
  const [reach, start] = [useReach(), useStartRun()];
  const navigate = useNavigate();
  const [entries, setEntries] = useState<Entries>(EMPTY);
  const isIdWrong = entries.caseId !== '' && !UUID.test(entries.caseId.trim());
  const set = (changes: Partial<Entries>): void => {
    reach.reset();
    setEntries({ ...entries, ...changes });
  };
  const begin = (): void =>
    start.mutate(scopeOf(entries), {
      onSuccess: ({ run }) => {
        if (run !== null) void navigate({ to: '/operations/runs/$runId', params: { runId: run.id } });
      },
      onError: failureToast,
    });
  const found = reach.data;
  return (
    <EntryForm
      submit={t('operator.runs.form.look')}
      isBusy={reach.isPending}
      error={reach.error}
      check={() => !isIdWrong}
      onSubmit={() => reach.mutate(scopeOf(entries))}
    >
      <Fields entries={entries} isIdWrong={isIdWrong} onChange={set} />
      {found === undefined ? null : (
        <div role="status">
          <Text fw={600}>
            {found.documents === 0
              ? t('operator.runs.form.nothing')
              : t('operator.runs.form.reached', { count: found.documents })}
          </Text>
          {found.toRead > 0 ? <Text size="sm">{t('operator.runs.form.toRead', { count: found.toRead })}</Text> : null}
          {found.documents > 0 ? (
            <Group justify="space-between" mt="sm" gap="sm">
              <Text size="sm" c="dimmed">
                {t('operator.runs.form.startHint')}
              </Text>
              <Button loading={start.isPending} onClick={begin}>
                {t('operator.runs.form.start')}
              </Button>
            </Group>
          ) : null}
        </div>
      )}
    </EntryForm>
  );
}

interface FieldsProps {
  readonly entries: Entries;
  readonly isIdWrong: boolean;
  readonly onChange: (changes: Partial<Entries>) => void;
}

function Fields({ entries, isIdWrong, onChange }: FieldsProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('operator.runs.form.type')}
        description={t('operator.runs.form.typeHint')}
        value={entries.type}
        onChange={(event) => onChange({ type: event.currentTarget.value })}
        autoComplete="off"
        data-autofocus
      />
      <TextInput
        label={t('operator.runs.form.caseId')}
        description={t('operator.runs.form.caseHint')}
        value={entries.caseId}
        error={isIdWrong ? t('operator.runs.form.caseWrong') : null}
        onChange={(event) => onChange({ caseId: event.currentTarget.value })}
        autoComplete="off"
      />
      <TextInput
        type="date"
        label={t('operator.runs.form.before')}
        value={entries.before}
        onChange={(event) => onChange({ before: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('operator.runs.form.asOf')}
        description={t('operator.runs.form.asOfHint')}
        value={entries.asOf}
        onChange={(event) => onChange({ asOf: event.currentTarget.value })}
      />
      <Checkbox
        label={t('operator.runs.form.judging')}
        description={t('operator.runs.form.judgingHint')}
        checked={entries.isJudgingOnly}
        onChange={(event) => onChange({ isJudgingOnly: event.currentTarget.checked })}
      />
    </>
  );
}

/** What was left empty is not asked for. */
function scopeOf({ type, caseId, before, asOf, isJudgingOnly }: Entries) {
  return {
    ...(type.trim() === '' ? {} : { type: type.trim() }),
    ...(caseId.trim() === '' ? {} : { caseId: caseId.trim().toLowerCase() }),
    ...(before === '' ? {} : { before }),
    ...(asOf === '' ? {} : { asOf }),
    isJudgingOnly,
  };
}
