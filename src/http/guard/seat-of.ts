import type { FastifyRequest } from 'fastify';
import type { Seat } from '#app/web/seat.ts';
import { LiasseFailure } from '#domain/failure.ts';

/** The seat of whoever asks, on a route that only those may ask who are signed in. */
export function seatOf({ seat }: Pick<FastifyRequest, 'seat'>): Seat {
  if (seat === null) throw new LiasseFailure('not-signed-in');
  return seat;
}

/** What sign-in looks at: nothing of a request but this. */
export function browserHeaders({ headers }: Pick<FastifyRequest, 'headers'>): Headers {
  const kept = new Headers();
  for (const name of ['cookie', 'authorization', 'user-agent'] as const) {
    const value = headers[name];
    if (value !== undefined) kept.set(name, value);
  }
  return kept;
}
