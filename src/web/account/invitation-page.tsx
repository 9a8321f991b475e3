import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { invitationQuery } from '../api/setup.ts';
import { useJoin } from '../api/sign-in.ts';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { CardHead } from './card-head.tsx';
import { NewAccountForm } from './new-account-form.tsx';
import { useCodeOfLink } from './use-code-of-link.ts';

/** Somebody invited chooses a name and a password, and is in. */
export function InvitationPage(): ReactNode {
  const { t } = useWords();
  const token = useCodeOfLink();
  const query = useQuery(invitationQuery(token));
  if (token === '')
    return (
      <CardHead
        title={t('account.invitation.broken')}
        text={`${t('account.invitation.brokenText')} ${t('account.invitation.brokenNext')}`}
      />
    );
  return (
    <>
      <CardHead title={t('account.invitation.title')} text={t('account.invitation.intro')} />
      <QueryView query={query}>{({ email }) => <JoinForm token={token} email={email} />}</QueryView>
    </>
  );
}

function JoinForm({ token, email }: { readonly token: string; readonly email: string }): ReactNode {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const join = useJoin();
  return (
    <NewAccountForm
      submit={t('account.invitation.submit')}
      email={email}
      isBusy={join.isPending}
      error={join.error}
      onSubmit={({ name, password }) =>
        join.mutate(
          { token, name, password, language },
          { onSuccess: () => void navigate({ to: '/', replace: true, hash: '' }) },
        )
      }
    />
  );
}
