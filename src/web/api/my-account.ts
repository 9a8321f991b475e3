import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { changePasswordBodySchema, preparedSecondCodeSchema, sessionRowSchema } from '#http/contract/people.ts';
import { call } from './call.ts';
import { meQuery } from './me.ts';

export type OpenSession = z.infer<typeof sessionRowSchema>;

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => call<{ readonly sessions: readonly OpenSession[] }>('/api/me/sessions', { signal }),
});

/** Closes one of my sessions, or all but this one. */
export function useEndSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { readonly only: string } | 'others') =>
      call<unknown>(which === 'others' ? '/api/me/sessions' : `/api/me/sessions/${encodeURIComponent(which.only)}`, {
        method: 'DELETE',
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof changePasswordBodySchema>) =>
      call<unknown>('/api/auth/password', { method: 'POST', body: input }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

/** The second code: prepared with the password, on once a first code was given, off with the password. */
export function usePrepareSecondCode() {
  return useMutation({
    mutationFn: (password: string) =>
      call<z.infer<typeof preparedSecondCodeSchema>>('/api/auth/second-code/prepare', {
        method: 'POST',
        body: { password },
      }),
  });
}

export function useConfirmSecondCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) =>
      call<unknown>('/api/auth/second-code/confirm', { method: 'POST', body: { code: code.replaceAll(' ', '') } }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
    meta: { isSignIn: true },
  });
}

export function useEndSecondCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      call<unknown>('/api/auth/second-code/end', { method: 'POST', body: { password } }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}
