import type { FastifyRequest } from 'fastify';
import type { OperatorView } from '#app/operator-view.ts';
import { findPrincipal } from '#app/web/find-principal.ts';
import type { Web } from '#app/web/open-web.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { isAllowed } from '#domain/principal.ts';
import { browserHeaders } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** `/health` and `/ready` for anybody, without details; `/metrics` for this machine, and for operators with a key. */
export function addOperatorViewRoutes(server: WebServer, web: Web, view: OperatorView): void {
  const config = { access: 'everybody' } as const;
  const schema = { hide: true };
  server.get('/health', { config, schema }, async (_, reply) => {
    const { status } = await view.health();
    return reply
      .code(status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status });
  });
  server.get('/ready', { config, schema }, async (_, reply) => {
    const isReady = await view.isReady();
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ isReady });
  });
  server.get('/metrics', { config, schema }, async (request, reply) => {
    if (!isFromHere(request)) await checkOperator(web, request);
    const { contentType, text } = await view.metrics();
    return reply.header('content-type', contentType).header('cache-control', 'no-store').send(text);
  });
}

/** Not by way of a proxy, whose own address says nothing. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
  return !isForwarded && LOOPBACK.includes(socket.remoteAddress ?? '');
}

async function checkOperator(web: Web, request: FastifyRequest): Promise<void> {
  const found = await findPrincipal(web, browserHeaders(request));
  if (found === undefined) throw new LiasseFailure('not-signed-in');
  if (!isAllowed(found.principal, 'operate')) throw new LiasseFailure('not-allowed');
}
