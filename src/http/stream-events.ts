import type { FastifyReply, FastifyRequest } from 'fastify';
import { findPrincipal } from '#app/web/find-principal.ts';
import type { Web } from '#app/web/open-web.ts';
import type { Action } from '#domain/permissions.ts';
import { isAllowed } from '#domain/principal.ts';
import { browserHeaders, seatOf } from './guard/seat-of.ts';

/** What is streamed, to whom, and how often a line of nothing goes out: proxies end what says nothing for long. */
export interface EventSource<Event> {
  readonly web: Web;
  readonly heartbeatMs: number;
  /** What one must be allowed to, all the time. */
  readonly action: Action;
  /** Begins to tell; gives how to stop. */
  follow(onEvent: (event: Event) => void): Promise<() => void>;
}

/** Answers with server-sent events: `ready`, then a `change` each. It ends when whoever reads it is signed out, or may no longer. */
export async function streamEvents<Event extends object>(
  { web, heartbeatMs, action, follow }: EventSource<Event>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { raw } = reply;
  const write = (event: string, data: object): void => {
    raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  // What comes while the head is not yet written is told after it.
  const early: Event[] = [];
  let tell = (event: Event): void => {
    early.push(event);
  };
  const stop = await follow((event) => tell(event));
  reply.hijack();
  raw.writeHead(200, { ...headersOf(reply), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  write('ready', {});
  tell = (event) => write('change', event);
  for (const event of early) tell(event);
  const heart = setInterval(() => {
    void isStillAllowed(web, request, action).then((isAllowedStill) => {
      if (isAllowedStill) raw.write(': still here\n\n');
      else raw.end();
    });
  }, heartbeatMs).unref();
  raw.once('close', () => {
    clearInterval(heart);
    stop();
  });
}

/** A database that is away for a moment signs nobody out. */
async function isStillAllowed(web: Web, request: FastifyRequest, action: Action): Promise<boolean> {
  try {
    const found = await findPrincipal(web, browserHeaders(request));
    const before = seatOf(request).principal;
    return (
      found !== undefined &&
      isAllowed(found.principal, action) &&
      found.principal.role === before.role &&
      found.principal.teamIds.join() === before.teamIds.join()
    );
  } catch {
    return true;
  }
}

function headersOf(reply: FastifyReply): Record<string, string | number | string[]> {
  const kept = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(kept);
}
