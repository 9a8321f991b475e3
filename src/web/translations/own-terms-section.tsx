import { Group, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ownProfileQuery, type TranslatorProfile, useSetOwnTerms } from '../api/translations.ts';
import { EntryForm } from '../parts/entry-form.tsx';
import { Label } from '../parts/label.tsx';
import { Section } from '../parts/section.tsx';
import { toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './translations.module.css';

/** What translators say of themselves: absence, and how much at a time. */
export function OwnTermsSection(): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(ownProfileQuery);
  if (query.isPending) return null;
  if (query.data === undefined)
    return <Section title={t('translations.terms.title')} text={t('translations.terms.none')} />;
  return (
    <Section title={t('translations.terms.title')} text={t('translations.terms.text')}>
      <p className={styles['languages']}>
        {query.data.pairs.map(({ from, to }) => (
          <Label key={`${from} ${to}`}>{`${format.languageName(from)} → ${format.languageName(to)}`}</Label>
        ))}
      </p>
      <OwnTermsForm profile={query.data} />
    </Section>
  );
}

function OwnTermsForm({ profile }: { readonly profile: TranslatorProfile }): ReactNode {
  const { t } = useWords();
  const save = useSetOwnTerms();
  const [absent, setAbsent] = useState(profile.absentUntil ?? '');
  const [most, setMost] = useState(profile.most);
  return (
    <EntryForm
      submit={t('translations.terms.save')}
      isBusy={save.isPending}
      error={save.error}
      check={() => true}
      onSubmit={() =>
        save.mutate(
          { absentUntil: absent === '' ? null : absent, most },
          { onSuccess: () => toast(t('translations.terms.saved')) },
        )
      }
    >
      <Group gap="md" align="flex-end">
        <TextInput
          type="date"
          label={t('translations.terms.absent')}
          value={absent}
          onChange={(event) => setAbsent(event.currentTarget.value)}
        />
        <NumberInput
          label={t('translations.terms.most')}
          value={most}
          min={1}
          max={200}
          hideControls
          onChange={(value) => setMost(Number(value) || 1)}
        />
      </Group>
    </EntryForm>
  );
}
