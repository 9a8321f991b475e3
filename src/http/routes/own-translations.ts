import type { Web } from '#app/web/open-web.ts';
import { ownOrder } from '#app/web/scope/order-in-scope.ts';
import { listOwnOrders } from '#app/web/translations/list-orders.ts';
import { drawOriginal, drawUpload, uploadBytes } from '#app/web/translations/order-pictures.ts';
import { declineOrder, deliverOrder, readOwnOrder, takeOrder } from '#app/web/translations/own-order.ts';
import { uploadTranslation } from '#app/web/translations/upload-translation.ts';
import { answers, doneSchema } from '../contract/answers.ts';
import {
  declineBodySchema,
  deliverBodySchema,
  ownOrderListSchema,
  ownOrderSchema,
  ownOrderViewSchema,
  taskPageParamsSchema,
  taskParamsSchema,
  uploadHeadersSchema,
} from '../contract/translations.ts';
import { seatOf } from '../guard/seat-of.ts';
import { sendAttachment, sendPicture } from '../send-bytes.ts';
import type { WebServer } from '../web-server.ts';

const DONE = { done: true } as const;
/** A translation is some pages. */
const UPLOAD_BYTES = 25 * 1024 * 1024;

/** `/api/my-translations`: what a translator sees, which is the pages of what is assigned to them and nothing else of the case. */
export async function addOwnTranslationRoutes(server: WebServer, web: Web): Promise<void> {
  server.route({
    method: 'GET',
    url: '/api/my-translations',
    config: { access: 'see-own-orders' },
    schema: { response: answers(ownOrderListSchema) },
    handler: async (request) => ({ orders: await listOwnOrders(web, seatOf(request)) }),
  });
  server.route({
    method: 'GET',
    url: '/api/my-translations/:taskId',
    config: { access: 'see-own-orders' },
    schema: { params: taskParamsSchema, response: answers(ownOrderViewSchema) },
    handler: (request) => readOwnOrder(web, seatOf(request), request.params.taskId),
  });
  addPageRoutes(server, web);
  addChangeRoutes(server, web);
  await addUploadRoute(server);
}

function addPageRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/my-translations/:taskId/pages/:page/image',
    config: { access: 'see-own-orders' },
    schema: { params: taskPageParamsSchema },
    handler: async (request, reply) => {
      const seat = seatOf(request);
      const order = await ownOrder(seat, request.params.taskId);
      return sendPicture(reply, await drawOriginal(web, seat, { ...request.params, order }));
    },
  });
  server.route({
    method: 'GET',
    url: '/api/my-translations/:taskId/upload/pages/:page/image',
    config: { access: 'see-own-orders' },
    schema: { params: taskPageParamsSchema },
    handler: async (request, reply) => {
      const seat = seatOf(request);
      const order = await ownOrder(seat, request.params.taskId);
      return sendPicture(reply, await drawUpload(web, seat, { ...request.params, order, eye: 'translator' }));
    },
  });
  server.route({
    method: 'GET',
    url: '/api/my-translations/:taskId/upload',
    config: { access: 'see-own-orders' },
    schema: { params: taskParamsSchema },
    handler: async (request, reply) => {
      const seat = seatOf(request);
      return sendAttachment(reply, await uploadBytes(seat, await ownOrder(seat, request.params.taskId), 'translator'));
    },
  });
}

function addChangeRoutes(server: WebServer, web: Web): void {
  const config = { access: 'translate' } as const;
  server.route({
    method: 'POST',
    url: '/api/my-translations/:taskId/take',
    config,
    schema: { params: taskParamsSchema, response: answers(ownOrderSchema) },
    handler: (request) => takeOrder(web, seatOf(request), request.params.taskId),
  });
  server.route({
    method: 'POST',
    url: '/api/my-translations/:taskId/decline',
    config,
    schema: { params: taskParamsSchema, body: declineBodySchema, response: answers(doneSchema) },
    handler: async (request) => {
      await declineOrder(web, seatOf(request), { ...request.body, orderId: request.params.taskId });
      return DONE;
    },
  });
  server.route({
    method: 'POST',
    url: '/api/my-translations/:taskId/deliver',
    config,
    schema: { params: taskParamsSchema, body: deliverBodySchema, response: answers(ownOrderSchema) },
    handler: (request) => deliverOrder(web, seatOf(request), { ...request.body, orderId: request.params.taskId }),
  });
}

/** Bytes as they are, in a plugin of its own: nowhere else is so much of anything read. */
async function addUploadRoute(server: WebServer): Promise<void> {
  await server.register(async (scoped) => {
    const options = { parseAs: 'buffer', bodyLimit: UPLOAD_BYTES } as const;
    scoped.addContentTypeParser('application/octet-stream', options, (_, body, done) => done(null, body));
    scoped.route<{ Params: { taskId: string }; Headers: { 'x-file-name': string }; Body: unknown }>({
      method: 'POST',
      url: '/api/my-translations/:taskId/upload',
      config: { access: 'translate' },
      bodyLimit: UPLOAD_BYTES,
      schema: { params: taskParamsSchema, headers: uploadHeadersSchema, response: answers(doneSchema) },
      handler: async (request) => {
        const { body } = request;
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const name = decodedName(request.headers['x-file-name']);
        await uploadTranslation(seatOf(request), request.params.taskId, { name, bytes });
        return DONE;
      },
    });
  });
}

function decodedName(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return '';
  }
}
