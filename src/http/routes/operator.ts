import { z } from 'zod';
import type { OperatorView } from '#app/operator-view.ts';
import type { Web } from '#app/web/open-web.ts';
import { createStorageView, lookAtCorrections, lookAtLedger } from '#app/web/operator/look-at-store.ts';
import { lookAtFailures, lookAtWork, pauseWork, retryWork } from '#app/web/operator/look-at-work.ts';
import { answers } from '../contract/answers.ts';
import {
  correctionsSchema,
  diagnosesSchema,
  failuresSchema,
  ledgerSchema,
  pausedSchema,
  retriedSchema,
  retryBodySchema,
  storageSchema,
  workViewSchema,
} from '../contract/operator.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';
import { addRunRoutes } from './runs.ts';

const SEE = { access: 'operate' } as const;
const CHANGE = { access: 'change-operations' } as const;

/** `/api/operator`: how it runs. Counts, states, codes and ids. */
export function addOperatorRoutes(server: WebServer, web: Web, view: OperatorView): void {
  addQueueRoutes(server, view);
  addRunRoutes(server, web, view);
  addStoreRoutes(server, web, view);
}

function addQueueRoutes(server: WebServer, view: OperatorView): void {
  server.route({
    method: 'GET',
    url: '/api/operator/queue',
    config: SEE,
    schema: { response: answers(workViewSchema) },
    handler: (request) => lookAtWork(seatOf(request)),
  });
  for (const [url, isPaused] of [
    ['/api/operator/queue/pause', true],
    ['/api/operator/queue/resume', false],
  ] as const)
    server.route({
      method: 'POST',
      url,
      config: CHANGE,
      schema: { response: answers(pausedSchema) },
      handler: (request) => pauseWork(seatOf(request), view, isPaused),
    });
  server.route({
    method: 'GET',
    url: '/api/operator/failures',
    config: SEE,
    schema: { response: answers(failuresSchema) },
    handler: (request) => lookAtFailures(seatOf(request)),
  });
  server.route({
    method: 'POST',
    url: '/api/operator/failures/retry',
    config: CHANGE,
    schema: { body: retryBodySchema, response: answers(retriedSchema) },
    handler: (request) => retryWork(seatOf(request), view, request.body.ids),
  });
}

function addStoreRoutes(server: WebServer, web: Web, view: OperatorView): void {
  const lookAtStorage = createStorageView(web.keeping);
  server.route({
    method: 'GET',
    url: '/api/operator/ledger',
    config: SEE,
    schema: { response: answers(ledgerSchema) },
    handler: (request) => lookAtLedger(seatOf(request)),
  });
  server.route({
    method: 'GET',
    url: '/api/operator/storage',
    config: SEE,
    schema: { response: answers(storageSchema) },
    handler: () => lookAtStorage(),
  });
  server.route({
    method: 'GET',
    url: '/api/operator/corrections',
    config: SEE,
    schema: { response: answers(correctionsSchema) },
    handler: async (request) => ({ corrections: await lookAtCorrections(web, seatOf(request)) }),
  });
  server.route({
    method: 'GET',
    url: '/api/operator/health',
    config: SEE,
    schema: { description: 'As /health of a worker.', response: answers(z.record(z.string(), z.unknown())) },
    handler: async () => ({ ...(await view.health()) }),
  });
  server.route({
    // It starts a process and takes seconds.
    method: 'POST',
    url: '/api/operator/doctor',
    config: SEE,
    schema: { response: answers(diagnosesSchema) },
    handler: async () => ({ findings: await view.doctor() }),
  });
}
