import type { FastifyReply, FastifyRequest } from 'fastify';
import { followCases } from '#app/web/events/follow-cases.ts';
import { findPrincipal } from '#app/web/find-principal.ts';
import type { Web } from '#app/web/open-web.ts';
import { isAllowed } from '#domain/principal.ts';
import { type CaseEvent, caseParamsSchema } from '../contract/cases.ts';
import { browserHeaders, seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

/** Proxies end what says nothing for long. */
const HEARTBEAT_MS = 15_000;

/**
 * `/api/events` and `/api/cases/:caseId/events`: server-sent events. `ready` comes first: whatever happens from then on is told. Each `change` has ids
 * only. The stream ends when whoever reads it is signed out, or may no longer.
 */
export function addEventRoutes(server: WebServer, web: Web, heartbeatMs = HEARTBEAT_MS): void {
  const config = { access: 'see-cases' } as const;
  server.route({
    method: 'GET',
    url: '/api/events',
    config,
    schema: { description: 'Server-sent events of all my cases.' },
    handler: (request, reply) => stream({ web, heartbeatMs, caseId: undefined }, request, reply),
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/events',
    config,
    schema: { description: 'Server-sent events of a case.', params: caseParamsSchema },
    handler: (request, reply) => stream({ web, heartbeatMs, caseId: request.params.caseId }, request, reply),
  });
}

interface Stream {
  readonly web: Web;
  readonly heartbeatMs: number;
  readonly caseId: string | undefined;
}

async function stream(
  { web, heartbeatMs, caseId }: Stream,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { raw } = reply;
  const write = (event: string, data: CaseEvent | Record<string, never>): void => {
    raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  // What comes while the head is not yet written is told after it.
  const early: CaseEvent[] = [];
  let tell = (event: CaseEvent): void => {
    early.push(event);
  };
  const stop = await followCases(web, seatOf(request), { caseId, onEvent: (event) => tell(event) });
  reply.hijack();
  raw.writeHead(200, { ...headersOf(reply), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  write('ready', {});
  tell = (event) => write('change', event);
  for (const event of early) tell(event);
  const heart = setInterval(() => {
    void isStillAllowed(web, request).then((isAllowedStill) => {
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
async function isStillAllowed(web: Web, request: FastifyRequest): Promise<boolean> {
  try {
    const found = await findPrincipal(web, browserHeaders(request));
    const before = seatOf(request).principal;
    return (
      found !== undefined &&
      isAllowed(found.principal, 'see-cases') &&
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
