import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { joinBodySchema, setupBodySchema, signInAnswerSchema, signInBodySchema } from '#http/contract/people.ts';
import { call } from './call.ts';

/** What answers 401 here is a wrong password, and no session that has ended. */
const meta = { isSignIn: true };

/** The first step of signing in. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    meta,
    mutationFn: (input: z.input<typeof signInBodySchema>) =>
      call<z.infer<typeof signInAnswerSchema>>('/api/auth/sign-in', { method: 'POST', body: input }),
    onSuccess: () => client.clear(),
  });
}

/** The second step: the six digits of the app, or else a backup code. */
export function useSecondStep() {
  const client = useQueryClient();
  return useMutation({
    meta,
    mutationFn: (typed: string) => {
      const code = typed.replaceAll(/\s/g, '');
      return call<unknown>('/api/auth/second-code', {
        method: 'POST',
        body: { code, isBackup: !/^\d{6}$/.test(code) },
      });
    },
    onSuccess: () => client.clear(),
  });
}

/** Makes the administrator and signs in. */
export function useSetUp() {
  const client = useQueryClient();
  return useMutation({
    meta,
    mutationFn: (account: z.input<typeof setupBodySchema>) =>
      call<unknown>('/api/setup', { method: 'POST', body: account }),
    onSuccess: () => client.clear(),
  });
}

/** Somebody invited becomes one of the people, and is signed in. */
export function useJoin() {
  const client = useQueryClient();
  return useMutation({
    meta,
    mutationFn: (input: z.input<typeof joinBodySchema>) =>
      call<unknown>('/api/invitations/accept', { method: 'POST', body: input }),
    onSuccess: () => client.clear(),
  });
}
