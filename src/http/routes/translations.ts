import type { Web } from '#app/web/open-web.ts';
import { orderInScope } from '#app/web/scope/order-in-scope.ts';
import { listOrders } from '#app/web/translations/list-orders.ts';
import { makeOrder } from '#app/web/translations/make-order.ts';
import {
  acceptOrder,
  assignOrder,
  cancelOrder,
  chooseAgain,
  readOrder,
  sendBackOrder,
} from '#app/web/translations/manage-orders.ts';
import { drawOriginal, drawUpload, uploadBytes } from '#app/web/translations/order-pictures.ts';
import { answers } from '../contract/answers.ts';
import {
  assignBodySchema,
  makeOrderBodySchema,
  orderListQuerySchema,
  orderListSchema,
  orderPageParamsSchema,
  orderParamsSchema,
  orderSchema,
  orderViewSchema,
  sendBackBodySchema,
} from '../contract/translations.ts';
import { seatOf } from '../guard/seat-of.ts';
import { sendAttachment, sendPicture } from '../send-bytes.ts';
import type { WebServer } from '../web-server.ts';

/** `/api/translations`: who translates what until when, over the cases of my teams. */
export function addTranslationRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/translations',
    config: { access: 'see-orders' },
    schema: { querystring: orderListQuerySchema, response: answers(orderListSchema) },
    handler: async (request) => ({ orders: await listOrders(web, seatOf(request), request.query.caseId) }),
  });
  server.route({
    method: 'POST',
    url: '/api/translations',
    config: { access: 'change-orders' },
    schema: { body: makeOrderBodySchema, response: answers(orderSchema) },
    handler: (request) => makeOrder(web, seatOf(request), request.body),
  });
  server.route({
    method: 'GET',
    url: '/api/translations/:orderId',
    config: { access: 'see-orders' },
    schema: { params: orderParamsSchema, response: answers(orderViewSchema) },
    handler: (request) => readOrder(web, seatOf(request), request.params.orderId),
  });
  addPageRoutes(server, web);
  addChangeRoutes(server, web);
}

function addPageRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/translations/:orderId/pages/:page/image',
    config: { access: 'see-orders' },
    schema: { params: orderPageParamsSchema },
    handler: async (request, reply) => {
      const seat = seatOf(request);
      const order = await orderInScope(seat, request.params.orderId);
      return sendPicture(reply, await drawOriginal(web, seat, { ...request.params, order }));
    },
  });
  server.route({
    method: 'GET',
    url: '/api/translations/:orderId/upload/pages/:page/image',
    config: { access: 'see-orders' },
    schema: { params: orderPageParamsSchema },
    handler: async (request, reply) => {
      const seat = seatOf(request);
      const order = await orderInScope(seat, request.params.orderId);
      return sendPicture(reply, await drawUpload(web, seat, { ...request.params, order, eye: 'adviser' }));
    },
  });
  server.route({
    method: 'GET',
    url: '/api/translations/:orderId/upload',
    config: { access: 'see-orders' },
    schema: { params: orderParamsSchema },
    handler: async (request, reply) => {
      const seat = seatOf(request);
      const order = await orderInScope(seat, request.params.orderId);
      return sendAttachment(reply, await uploadBytes(seat, order, 'adviser'));
    },
  });
}

function addChangeRoutes(server: WebServer, web: Web): void {
  const config = { access: 'change-orders' } as const;
  server.route({
    method: 'POST',
    url: '/api/translations/:orderId/assign',
    config,
    schema: { params: orderParamsSchema, body: assignBodySchema, response: answers(orderSchema) },
    handler: (request) => {
      const { orderId } = request.params;
      const { translatorId, ...terms } = request.body;
      if (translatorId === undefined) return chooseAgain(web, seatOf(request), orderId);
      return assignOrder(web, seatOf(request), { ...terms, orderId, translatorId });
    },
  });
  server.route({
    method: 'POST',
    url: '/api/translations/:orderId/accept',
    config,
    schema: { params: orderParamsSchema, response: answers(orderSchema) },
    handler: (request) => acceptOrder(web, seatOf(request), request.params.orderId),
  });
  server.route({
    method: 'POST',
    url: '/api/translations/:orderId/send-back',
    config,
    schema: { params: orderParamsSchema, body: sendBackBodySchema, response: answers(orderSchema) },
    handler: (request) => sendBackOrder(web, seatOf(request), { ...request.body, orderId: request.params.orderId }),
  });
  server.route({
    method: 'POST',
    url: '/api/translations/:orderId/cancel',
    config,
    schema: { params: orderParamsSchema, response: answers(orderSchema) },
    handler: (request) => cancelOrder(web, seatOf(request), request.params.orderId),
  });
}
