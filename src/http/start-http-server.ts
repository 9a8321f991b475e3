import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { OperatorView } from '#app/operator-view.ts';
import { type HttpAddress, type HttpServer, listenAt } from './listen-at.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addMetricsRoutes } from './routes/metrics.ts';

/** No request here has a body worth reading. */
const BODY_BYTES = 1024;
const REQUEST_MS = 10_000;

/** Answers operators' questions at an address of this machine. Throws `address-taken`. */
export async function startHttpServer(view: OperatorView, address: HttpAddress): Promise<HttpServer> {
  const server = fastify({ bodyLimit: BODY_BYTES, requestTimeout: REQUEST_MS, forceCloseConnections: true });
  addHealthRoutes(server, view);
  addMetricsRoutes(server, view);
  answerFailures(server, view);
  return listenAt(server, address);
}

/** Whatever goes wrong is answered with a code and nothing else: messages may quote anything. */
function answerFailures(server: FastifyInstance, view: OperatorView): void {
  server.setNotFoundHandler((_, reply) => reply.code(404).send({ error: { code: 'not-found' } }));
  server.setErrorHandler<FastifyError>((error, _, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: { code: 'wrong-request' } });
    view.onFailure(error);
    return reply.code(500).send({ error: { code: 'internal-error' } });
  });
}
