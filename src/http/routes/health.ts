import type { FastifyInstance } from 'fastify';
import type { OperatorView } from '#app/operator-view.ts';

/** `/health`: is all well; `/ready`: does it take work. Both answer 200 or 503. */
export function addHealthRoutes(server: FastifyInstance, view: OperatorView): void {
  server.get('/health', async (_, reply) => {
    const report = await view.health();
    return reply
      .code(report.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(report);
  });
  server.get('/ready', async (_, reply) => {
    const isReady = await view.isReady();
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ isReady });
  });
}
