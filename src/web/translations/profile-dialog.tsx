import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { TranslatorRow } from '#http/contract/translations.ts';
import { type TranslatorProfile, useSetProfile } from '../api/translations.ts';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';

interface ProfileDialogProps {
  readonly translator: TranslatorRow;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What papers are translated into. */
const INTO = 'fr';
const USUAL_MOST = 10;
const CODE = /^[a-z]{2,3}$/;

/** What a translator translates and on what terms, as an administrator writes it down. */
export function ProfileDialog({ translator, isOpen, onClose }: ProfileDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('translations.people.dialog', { name: translator.name })}>
      <ProfileForm translator={translator} onDone={onClose} />
    </Dialog>
  );
}

interface Written {
  readonly codes: string;
  readonly isSworn: boolean;
  readonly court: string;
  readonly until: string;
  readonly most: number;
  readonly absent: string;
}

function firstWritten(profile: TranslatorProfile | null): Written {
  return {
    codes: profile?.pairs.map(({ from }) => from).join(' ') ?? '',
    isSworn: profile === null || profile.sworn !== null,
    court: profile?.sworn?.court ?? '',
    until: profile?.sworn?.until ?? '',
    most: profile?.most ?? USUAL_MOST,
    absent: profile?.absentUntil ?? '',
  };
}

function codesOf({ codes }: Written): string[] {
  return [
    ...new Set(
      codes
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter((code) => code !== ''),
    ),
  ];
}

function profileOf(written: Written): TranslatorProfile {
  const { isSworn, court, until, most, absent } = written;
  return {
    pairs: codesOf(written).map((from) => ({ from, to: INTO })),
    sworn: isSworn ? { court: court.trim(), until: until === '' ? null : until } : null,
    ...{ most, absentUntil: absent === '' ? null : absent },
  };
}

function ProfileForm({
  translator,
  onDone,
}: {
  readonly translator: TranslatorRow;
  readonly onDone: () => void;
}): ReactNode {
  const { t, format } = useWords();
  const save = useSetProfile(translator.id);
  const [written, setWritten] = useState(() => firstWritten(translator.profile));
  const [isChecked, setIsChecked] = useState(false);
  const codes = codesOf(written);
  const problems = {
    codes: codes.length === 0 || codes.some((code) => !CODE.test(code)) ? t('translations.people.pairsWrong') : null,
    court: written.isSworn && written.court.trim() === '' ? t('translations.people.courtMissing') : null,
  };
  const check = (): boolean => {
    setIsChecked(true);
    return problems.codes === null && problems.court === null;
  };
  const set = (changes: Partial<Written>): void => setWritten({ ...written, ...changes });
  const done = {
    onSuccess: () => {
      onDone();
      toast(t('translations.people.saved'));
    },
  };
  return (
    <EntryForm
      submit={t('translations.people.save')}
      isBusy={save.isPending}
      error={save.error}
      check={check}
      onSubmit={() => save.mutate(profileOf(written), done)}
    >
      <TextInput
        label={t('translations.people.pairs')}
        description={
          problems.codes === null
            ? codes.map((code) => format.languageName(code)).join(', ')
            : t('translations.people.pairsHint')
        }
        value={written.codes}
        onChange={(event) => set({ codes: event.currentTarget.value })}
        error={isChecked ? problems.codes : null}
        autoComplete="off"
        data-autofocus
      />
      <Checkbox
        label={t('translations.people.isSworn')}
        checked={written.isSworn}
        onChange={(event) => set({ isSworn: event.currentTarget.checked })}
      />
      {written.isSworn ? <OathFields written={written} set={set} problem={isChecked ? problems.court : null} /> : null}
      <NumberInput
        label={t('translations.people.most')}
        value={written.most}
        min={1}
        max={200}
        hideControls
        onChange={(value) => set({ most: Number(value) || 1 })}
      />
      <TextInput
        type="date"
        label={t('translations.people.absent')}
        value={written.absent}
        onChange={(event) => set({ absent: event.currentTarget.value })}
      />
    </EntryForm>
  );
}

interface OathFieldsProps {
  readonly written: Written;
  readonly set: (changes: Partial<Written>) => void;
  readonly problem: string | null;
}

function OathFields({ written, set, problem }: OathFieldsProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('translations.people.court')}
        value={written.court}
        onChange={(event) => set({ court: event.currentTarget.value })}
        error={problem}
        autoComplete="off"
        maxLength={80}
      />
      <TextInput
        type="date"
        label={t('translations.people.until')}
        value={written.until}
        onChange={(event) => set({ until: event.currentTarget.value })}
      />
    </>
  );
}
