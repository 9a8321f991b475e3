import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { openInvitationSchema, setupStateSchema } from '#http/contract/people.ts';
import { call } from './call.ts';

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => call<z.infer<typeof setupStateSchema>>('/api/setup', { signal }),
});

/** Whom an invitation is for; the token goes in the body, never in an address. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      call<z.infer<typeof openInvitationSchema>>('/api/invitations/look', { method: 'POST', body: { token }, signal }),
    enabled: token !== '',
  });
