import type { AddressInfo } from 'node:net';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { OperatorView } from '#app/operator-view.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addMetricsRoutes } from './routes/metrics.ts';

/** Where to listen; port 0 takes any that is free. */
export interface HttpAddress {
  readonly host: string;
  readonly port: number;
}

export interface HttpServer {
  /** Where it listens. */
  readonly port: number;
  /** Ends at once: those who wait for an answer get none. */
  close(): Promise<void>;
}

/** No request here has a body worth reading. */
const BODY_BYTES = 1024;
const REQUEST_MS = 10_000;

/** Answers operators' questions at an address of this machine. Throws `address-taken`. */
export async function startHttpServer(view: OperatorView, { host, port }: HttpAddress): Promise<HttpServer> {
  const server = fastify({ bodyLimit: BODY_BYTES, requestTimeout: REQUEST_MS, forceCloseConnections: true });
  addHealthRoutes(server, view);
  addMetricsRoutes(server, view);
  answerFailures(server, view);
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    throw new LiasseFailure('address-taken', '', { cause: error });
  }
  return { port: portOf(server.server.address()), close: () => server.close() };
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

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
