import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AuditState, auditListSchema } from '#http/contract/audit.ts';
import type {
  apiKeyOfPersonSchema,
  changePersonBodySchema,
  endedSchema,
  invitationBodySchema,
  invitationSchema,
  madeInvitationSchema,
  PersonRow,
  teamSchema,
} from '#http/contract/people.ts';
import type {
  DeliveryRow,
  deliveryListSchema,
  madeWebhookSchema,
  WebhookRow,
  webhookBodySchema,
  webhookListSchema,
} from '#http/contract/webhooks.ts';
import { call } from './call.ts';

export type Team = z.infer<typeof teamSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type ApiKeyOfPerson = z.infer<typeof apiKeyOfPersonSchema>;

const one = (path: string, id: string, rest = ''): string => `/api/${path}/${encodeURIComponent(id)}${rest}`;

export const peopleQuery = queryOptions({
  queryKey: ['people', 'list'],
  queryFn: ({ signal }) => call<{ readonly people: readonly PersonRow[] }>('/api/people', { signal }),
});
export const teamsQuery = queryOptions({
  queryKey: ['people', 'teams'],
  queryFn: ({ signal }) => call<{ readonly teams: readonly Team[] }>('/api/teams', { signal }),
});
export const invitationsQuery = queryOptions({
  queryKey: ['people', 'invitations'],
  queryFn: ({ signal }) => call<{ readonly invitations: readonly Invitation[] }>('/api/invitations', { signal }),
});
export const keysOfPeopleQuery = queryOptions({
  queryKey: ['people', 'keys'],
  queryFn: ({ signal }) => call<{ readonly apiKeys: readonly ApiKeyOfPerson[] }>('/api/people/keys', { signal }),
});
export const webhooksQuery = queryOptions({
  queryKey: ['people', 'webhooks'],
  queryFn: ({ signal }) => call<z.infer<typeof webhookListSchema>>('/api/webhooks', { signal }),
  refetchInterval: 10_000,
});
export const deliveriesQuery = (webhookId: string) =>
  queryOptions({
    queryKey: ['people', 'webhooks', webhookId],
    queryFn: ({ signal }) =>
      call<z.infer<typeof deliveryListSchema>>(one('webhooks', webhookId, '/deliveries'), { signal }),
    refetchInterval: 5_000,
  });

export interface AuditFilter {
  readonly action: string;
  readonly subject: string;
}
export const auditQuery = ({ action, subject }: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['people', 'audit', action, subject],
    queryFn: ({ signal, pageParam }) =>
      call<z.infer<typeof auditListSchema>>('/api/audit', {
        signal,
        query: {
          action: action === '' ? undefined : action,
          subject: subject === '' ? undefined : subject,
          before: pageParam ?? undefined,
        },
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
export const useCheckAudit = () => useMutation({ mutationFn: () => call<AuditState>('/api/audit/state') });

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

export const useChangePerson = (id: string) =>
  useChange((changes: z.input<typeof changePersonBodySchema>) =>
    call<PersonRow>(one('people', id), { method: 'PATCH', body: changes }),
  );
export const useSignOutPerson = (id: string) =>
  useChange(() => call<z.infer<typeof endedSchema>>(one('people', id, '/sessions'), { method: 'DELETE' }));
export const useInvite = () =>
  useChange((input: z.input<typeof invitationBodySchema>) =>
    call<z.infer<typeof madeInvitationSchema>>('/api/invitations', { method: 'POST', body: input }),
  );
export const useWithdraw = () => useChange((id: string) => call<unknown>(one('invitations', id), { method: 'DELETE' }));
export const useSaveTeam = (id: string | null) =>
  useChange((name: string) =>
    id === null
      ? call<Team>('/api/teams', { method: 'POST', body: { name } })
      : call<Team>(one('teams', id), { method: 'PATCH', body: { name } }),
  );
export const useRevokeKeyOfPerson = () =>
  useChange((id: string) => call<unknown>(one('people/keys', id), { method: 'DELETE' }));
export function useMoveCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ caseId, teamId }: { readonly caseId: string; readonly teamId: string }) =>
      call<unknown>(one('cases', caseId), { method: 'PATCH', body: { teamId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
}
export const useAddWebhook = () =>
  useChange((input: z.input<typeof webhookBodySchema>) =>
    call<z.infer<typeof madeWebhookSchema>>('/api/webhooks', { method: 'POST', body: input }),
  );
export const useEnableWebhook = (id: string) =>
  useChange((isEnabled: boolean) => call<WebhookRow>(one('webhooks', id), { method: 'PATCH', body: { isEnabled } }));
export const useRemoveWebhook = (id: string) =>
  useChange(() => call<unknown>(one('webhooks', id), { method: 'DELETE' }));
export const usePing = (id: string) =>
  useChange(() => call<DeliveryRow>(one('webhooks', id, '/ping'), { method: 'POST' }));
export const useRedeliver = (id: string) =>
  useChange((deliveryId: string) =>
    call<DeliveryRow>(one('webhooks', id, `/deliveries/${encodeURIComponent(deliveryId)}/redeliver`), {
      method: 'POST',
    }),
  );
