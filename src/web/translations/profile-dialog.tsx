import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { TranslatorRow } from '#http/contract/translations.ts';
import { vocabularyQuery } from '../api/document.ts';
import { type TranslatorProfile, useSetProfile } from '../api/translations.ts';
import { Dialog } from '../parts/dialog.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import { type NamedLanguage, writtenLanguages } from './written-languages.ts';

interface ProfileDialogProps {
  readonly translator: TranslatorRow;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What papers are translated into. */
const INTO = 'fr';
const USUAL_MOST = 10;

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
  /** As written: names or codes. */
  readonly languages: string;
  readonly isSworn: boolean;
  readonly court: string;
  readonly until: string;
  readonly most: number;
  readonly absent: string;
}

function firstWritten(profile: TranslatorProfile | null, nameOf: (code: string) => string): Written {
  return {
    languages: profile?.pairs.map(({ from }) => nameOf(from)).join(', ') ?? '',
    isSworn: profile === null || profile.sworn !== null,
    court: profile?.sworn?.court ?? '',
    until: profile?.sworn?.until ?? '',
    most: profile?.most ?? USUAL_MOST,
    absent: profile?.absentUntil ?? '',
  };
}

function profileOf(written: Written, codes: readonly string[]): TranslatorProfile {
  const { isSworn, court, until, most, absent } = written;
  return {
    pairs: codes.map((from) => ({ from, to: INTO })),
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
  const [written, setWritten] = useState(() => firstWritten(translator.profile, format.languageName));
  const [isChecked, setIsChecked] = useState(false);
  const { codes, unknown } = writtenLanguages(written.languages, useLanguageNames(translator.profile));
  const problems = {
    languages: languagesProblem(codes, unknown, t),
    court: written.isSworn && written.court.trim() === '' ? t('translations.people.courtMissing') : null,
  };
  const check = (): boolean => {
    setIsChecked(true);
    return problems.languages === null && problems.court === null;
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
      onSubmit={() => save.mutate(profileOf(written, codes), done)}
    >
      <TextInput
        label={t('translations.people.pairs')}
        description={
          problems.languages === null
            ? codes.map((code) => format.languageName(code)).join(', ')
            : t('translations.people.pairsHint')
        }
        value={written.languages}
        onChange={(event) => set({ languages: event.currentTarget.value })}
        error={isChecked ? problems.languages : null}
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

function languagesProblem(codes: readonly string[], unknown: string | null, t: Words['t']): string | null {
  if (unknown !== null) return t('translations.people.pairUnknown', { word: unknown });
  return codes.length === 0 ? t('translations.people.pairsMissing') : null;
}

/** What languages are called in both languages of the page; those of the profile too, which nobody else may know. */
function useLanguageNames(profile: TranslatorProfile | null): NamedLanguage[] {
  const { format } = useWords();
  const { data } = useQuery(vocabularyQuery);
  const own = profile?.pairs.map(({ from }) => ({ code: from, names: [format.languageName(from)] })) ?? [];
  const named = data?.languages.map(({ id, label }) => ({
    code: id,
    names: [label.fr, label.en, format.languageName(id)],
  }));
  return [...own, ...(named ?? [])];
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
