import type { FastifyInstance } from 'fastify';
import type { OperatorView } from '#app/operator-view.ts';

/** `/metrics`: what Prometheus scrapes. */
export function addMetricsRoutes(server: FastifyInstance, view: OperatorView): void {
  server.get('/metrics', async (_, reply) => {
    const { contentType, text } = await view.metrics();
    return reply.header('content-type', contentType).header('cache-control', 'no-store').send(text);
  });
}
