import type { FastifyRequest } from 'fastify';
import { LiasseFailure } from '#domain/failure.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses what a page of somebody else has a browser do: what changes something has to come from our own origin. Programs with a key send no cookies
 * and need no origin. Throws `not-from-here`.
 */
export function checkOrigin(request: Pick<FastifyRequest, 'method' | 'headers'>, publicUrl: string): void {
  const { method, headers } = request;
  const ours = new URL(publicUrl);
  checkHost(headers.host, ours);
  if (SAFE_METHODS.includes(method) || headers.authorization !== undefined) return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new LiasseFailure('not-from-here', 'site');
  const { origin } = headers;
  if (origin === undefined) {
    // Browsers send one of the two with whatever changes something.
    if (site === undefined && headers.cookie !== undefined) throw new LiasseFailure('not-from-here', 'no origin');
    return;
  }
  if (!URL.canParse(origin)) throw new LiasseFailure('not-from-here', 'origin');
  const from = new URL(origin);
  const isOurs = from.origin === ours.origin || (isLoopback(ours) && isLoopback(from) && from.host === headers.host);
  if (!isOurs) throw new LiasseFailure('not-from-here', 'origin');
}

/** On this machine only: another name means that somebody's page had its own name point here. */
function checkHost(host: string | undefined, ours: URL): void {
  if (!isLoopback(ours)) return;
  const asked = `http://${host ?? ''}`;
  if (!URL.canParse(asked) || !isLoopback(new URL(asked))) throw new LiasseFailure('not-from-here', 'host');
}

function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.includes(hostname);
}
