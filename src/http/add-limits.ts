import rateLimit from '@fastify/rate-limit';
import { LiasseFailure } from '#domain/failure.ts';
import type { WebServer } from './web-server.ts';

/** How often one address may ask within a minute. */
export interface RequestLimits {
  /** Anything: only a flood is as much. */
  readonly perMinute: number;
  /** Sign-in, set-up, joining; tries of one account are counted more strictly, and over all servers. */
  readonly signInsPerMinute: number;
}

// A whole office may come from one address.
export const REQUEST_LIMITS: RequestLimits = { perMinute: 12_000, signInsPerMinute: 60 };

export async function addLimits(server: WebServer, { perMinute }: RequestLimits): Promise<void> {
  await server.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new LiasseFailure('too-many-requests'),
  });
}

/** For the `config` of a route that somebody may try to guess at. */
export function signInLimit({ signInsPerMinute }: RequestLimits) {
  return { rateLimit: { max: signInsPerMinute, timeWindow: '1 minute', groupId: 'sign-in' } };
}
