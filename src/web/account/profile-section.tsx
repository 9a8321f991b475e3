import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChangeMe, useMe } from '../api/me.ts';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { parseLanguage } from '../words/language.ts';
import { changeLanguage, words } from '../words/start-words.ts';
import { useWords } from '../words/use-words.ts';

export function ProfileSection(): ReactNode {
  const { t, language } = useWords();
  const me = useMe();
  const change = useChangeMe();
  const choose = async (chosen: string): Promise<void> => {
    const next = parseLanguage(chosen) ?? language;
    await changeLanguage(next);
    change.mutate(
      { language: next },
      { onSuccess: () => toast(words.t('account.mine.languageSaved')), onError: failureToast },
    );
  };
  return (
    <Section title={me.name} text={`${me.email} · ${t(`account.role.${me.role}`)}`}>
      {me.teams.length === 0 ? null : (
        <Text size="sm" mb="md">
          {t('account.mine.teams')} : {me.teams.map(({ name }) => name).join(', ')}
        </Text>
      )}
      <NativeSelect
        label={t('account.mine.language')}
        description={t('account.mine.languageHint')}
        value={language}
        onChange={(event) => void choose(event.currentTarget.value)}
        data={[
          { value: 'fr', label: t('shell.language.fr') },
          { value: 'en', label: t('shell.language.en') },
        ]}
        maw="20rem"
      />
    </Section>
  );
}
