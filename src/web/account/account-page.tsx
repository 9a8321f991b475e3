import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/use-words.ts';
import { ApiKeysSection } from './api-keys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SecondCodeSection } from './second-code-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** What concerns myself: language, password, second step, devices, keys. */
export function AccountPage(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t('account.mine.title')} isNarrow>
      <Stack gap="lg">
        <ProfileSection />
        <PasswordSection />
        <SecondCodeSection />
        <SessionsSection />
        <ApiKeysSection />
      </Stack>
    </Page>
  );
}
