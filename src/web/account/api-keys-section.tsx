import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type ApiKey, apiKeysQuery, useRevokeApiKey } from '../api/api-keys.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Icon } from '../parts/icon.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { MakeKeyDialog } from './make-key-dialog.tsx';

/** The keys of programs that act for me. */
export function ApiKeysSection(): ReactNode {
  const { t } = useWords();
  const query = useQuery(apiKeysQuery);
  const revoke = useRevokeApiKey();
  const [isMaking, setIsMaking] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  const confirm = (): void => {
    if (leaving === null) return;
    revoke.mutate(leaving.id, {
      onSuccess: () => toast(t('account.mine.keyRevoked')),
      onError: failureToast,
      onSettled: () => setLeaving(null),
    });
  };
  return (
    <Section
      title={t('account.mine.keys')}
      text={t('account.mine.keysHint')}
      actions={
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setIsMaking(true)}>
          {t('account.mine.keyCreate')}
        </Button>
      }
    >
      <QueryView query={query}>
        {({ apiKeys: keys }) =>
          keys.length === 0 ? (
            <Text c="dimmed">{t('account.mine.keysNone')}</Text>
          ) : (
            <Keys keys={keys} onRevoke={setLeaving} />
          )
        }
      </QueryView>
      <MakeKeyDialog isOpen={isMaking} onClose={() => setIsMaking(false)} />
      <Confirm
        isOpen={leaving !== null}
        title={t('account.mine.keyRevokeSure', { name: leaving?.name ?? '' })}
        text={t('account.mine.keyRevokeText')}
        action={t('account.mine.keyRevoke')}
        isDangerous
        isBusy={revoke.isPending}
        onConfirm={confirm}
        onCancel={() => setLeaving(null)}
      />
    </Section>
  );
}

function Keys({ keys, onRevoke }: { readonly keys: readonly ApiKey[]; readonly onRevoke: (key: ApiKey) => void }) {
  const { t, format } = useWords();
  const used = ({ lastUsedAt }: ApiKey): string =>
    lastUsedAt === null ? t('account.mine.keyNeverUsed') : t('account.mine.keyUsed', { date: format.ago(lastUsedAt) });
  return (
    <Lines>
      {keys.map((key) => (
        <Line
          key={key.id}
          icon="key"
          title={key.name}
          text={`${key.prefix}… · ${t('account.mine.keyEnds', { date: format.day(key.expiresAt.slice(0, 10)) })} · ${used(key)}`}
          action={
            <Button
              variant="default"
              size="compact-md"
              onClick={() => onRevoke(key)}
              aria-label={`${t('account.mine.keyRevoke')} : ${key.name}`}
            >
              {t('account.mine.keyRevoke')}
            </Button>
          }
        />
      ))}
    </Lines>
  );
}
