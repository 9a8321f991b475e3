import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { setupQuery } from '../api/setup.ts';
import { useSetUp } from '../api/sign-in.ts';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { CardHead } from './card-head.tsx';
import { NewAccountForm } from './new-account-form.tsx';
import { useCodeOfLink } from './use-code-of-link.ts';

/** Makes the first account, for whoever has the link that the server printed. */
export function SetupPage(): ReactNode {
  const { t } = useWords();
  const code = useCodeOfLink();
  const query = useQuery(setupQuery);
  return (
    <QueryView query={query}>
      {({ isSetUp }) => {
        if (isSetUp) return <AlreadyDone />;
        if (code === '')
          return (
            <CardHead
              title={t('account.setup.needed')}
              text={`${t('account.setup.neededText')} ${t('account.setup.neededNext')}`}
            />
          );
        return <SetupForm code={code} />;
      }}
    </QueryView>
  );
}

function AlreadyDone(): ReactNode {
  const { t } = useWords();
  return (
    <>
      <CardHead title={t('account.setup.done')} text={t('account.setup.doneText')} />
      <Button component={Link} to="/sign-in" fullWidth>
        {t('account.signIn.title')}
      </Button>
    </>
  );
}

function SetupForm({ code }: { readonly code: string }): ReactNode {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const setUp = useSetUp();
  return (
    <>
      <CardHead title={t('account.setup.title')} text={t('account.setup.intro')} />
      <NewAccountForm
        submit={t('account.setup.submit')}
        isBusy={setUp.isPending}
        error={setUp.error}
        onSubmit={(account) =>
          setUp.mutate(
            { ...account, code, language },
            { onSuccess: () => void navigate({ to: '/', replace: true, hash: '' }) },
          )
        }
      />
    </>
  );
}
