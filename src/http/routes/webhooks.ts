import { z } from 'zod';
import type { Web } from '#app/web/open-web.ts';
import {
  addWebhook,
  changeWebhook,
  listDeliveries,
  listWebhooks,
  pingWebhook,
  redeliver,
  removeWebhook,
} from '#app/web/webhooks/webhooks.ts';
import { answers, doneSchema, idSchema } from '../contract/answers.ts';
import {
  changeWebhookBodySchema,
  deliveryListSchema,
  deliverySchema,
  madeWebhookSchema,
  webhookBodySchema,
  webhookListSchema,
  webhookSchema,
} from '../contract/webhooks.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

const DONE = { done: true } as const;
const webhookParams = z.object({ webhookId: idSchema });
const deliveryParams = z.object({ webhookId: idSchema, deliveryId: idSchema });

/** `/api/webhooks`: addresses that are told of what happens, and what was delivered to them. */
export function addWebhookRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/webhooks',
    config: { access: 'see-webhooks' },
    schema: { response: answers(webhookListSchema) },
    handler: async (request) => ({ webhooks: await listWebhooks(seatOf(request)) }),
  });
  server.route({
    method: 'POST',
    url: '/api/webhooks',
    config: { access: 'change-webhooks' },
    schema: { body: webhookBodySchema, response: answers(madeWebhookSchema) },
    handler: (request) => addWebhook(seatOf(request), request.body),
  });
  server.route({
    method: 'PATCH',
    url: '/api/webhooks/:webhookId',
    config: { access: 'change-webhooks' },
    schema: { params: webhookParams, body: changeWebhookBodySchema, response: answers(webhookSchema) },
    handler: (request) => changeWebhook(seatOf(request), request.params.webhookId, request.body),
  });
  server.route({
    method: 'DELETE',
    url: '/api/webhooks/:webhookId',
    config: { access: 'change-webhooks' },
    schema: { params: webhookParams, response: answers(doneSchema) },
    handler: async (request) => {
      await removeWebhook(seatOf(request), request.params.webhookId);
      return DONE;
    },
  });
  addDeliveryRoutes(server, web);
}

function addDeliveryRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'POST',
    url: '/api/webhooks/:webhookId/ping',
    config: { access: 'change-webhooks' },
    schema: { params: webhookParams, response: answers(deliverySchema) },
    handler: (request) => pingWebhook(web, seatOf(request), request.params.webhookId),
  });
  server.route({
    method: 'GET',
    url: '/api/webhooks/:webhookId/deliveries',
    config: { access: 'see-webhooks' },
    schema: { params: webhookParams, response: answers(deliveryListSchema) },
    handler: async (request) => ({ deliveries: await listDeliveries(seatOf(request), request.params.webhookId) }),
  });
  server.route({
    method: 'POST',
    url: '/api/webhooks/:webhookId/deliveries/:deliveryId/redeliver',
    config: { access: 'change-webhooks' },
    schema: { params: deliveryParams, response: answers(deliverySchema) },
    handler: (request) => redeliver(web, seatOf(request), request.params),
  });
}
