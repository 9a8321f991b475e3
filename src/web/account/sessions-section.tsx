import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type OpenSession, sessionsQuery, useEndSessions } from '../api/my-account.ts';
import { Label } from '../parts/label.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { deviceName } from './device-name.ts';

/** The browsers one is signed in with; each can be signed out from here. */
export function SessionsSection(): ReactNode {
  const { t } = useWords();
  const query = useQuery(sessionsQuery);
  const end = useEndSessions();
  const close = (which: { readonly only: string } | 'others'): void =>
    end.mutate(which, { onSuccess: () => toast(t('account.mine.revoked')), onError: failureToast });
  const hasOthers = (query.data?.sessions.length ?? 0) > 1;
  return (
    <Section
      title={t('account.mine.sessions')}
      text={t('account.mine.sessionsHint')}
      actions={
        hasOthers ? (
          <Button variant="default" size="sm" onClick={() => close('others')}>
            {t('account.mine.revokeOthers')}
          </Button>
        ) : null
      }
    >
      <QueryView query={query}>
        {({ sessions }) => (
          <Lines>
            {sessions.map((session) => (
              <SessionLine key={session.id} session={session} onClose={() => close({ only: session.id })} />
            ))}
          </Lines>
        )}
      </QueryView>
    </Section>
  );
}

function SessionLine({ session, onClose }: { readonly session: OpenSession; readonly onClose: () => void }): ReactNode {
  const { t, format } = useWords();
  const device = deviceName(session.userAgent) ?? t('account.mine.unknownDevice');
  return (
    <Line
      icon="device"
      title={device}
      text={t('account.mine.sessionSince', { date: format.moment(session.madeAt) })}
      action={
        session.isThis ? (
          <Label tone="good">{t('account.mine.sessionHere')}</Label>
        ) : (
          <Button
            variant="default"
            size="compact-md"
            onClick={onClose}
            aria-label={`${t('account.mine.revoke')} : ${device}`}
          >
            {t('account.mine.revoke')}
          </Button>
        )
      }
    />
  );
}
