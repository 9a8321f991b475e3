import { z } from 'zod';
import { listMyApiKeys, makeApiKey, revokeMyApiKey } from '#app/web/people/api-keys.ts';
import { changeMe, readMe } from '#app/web/people/me.ts';
import { endMyOtherSessions, endMySession, listMySessions } from '#app/web/people/my-sessions.ts';
import { answers, doneSchema, idSchema } from '../contract/answers.ts';
import {
  apiKeyBodySchema,
  apiKeySchema,
  changeMeBodySchema,
  endedSchema,
  madeApiKeySchema,
  meSchema,
  sessionRowSchema,
} from '../contract/people.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

const DONE = { done: true } as const;

/** `/api/me`: who I am, where I am signed in, my keys. */
export function addMeRoutes(server: WebServer): void {
  server.route({
    method: 'GET',
    url: '/api/me',
    config: { access: 'see-self' },
    schema: { response: answers(meSchema) },
    handler: (request) => readMe(seatOf(request)),
  });
  server.route({
    method: 'PATCH',
    url: '/api/me',
    config: { access: 'change-self' },
    schema: { body: changeMeBodySchema, response: answers(meSchema) },
    handler: (request) => changeMe(seatOf(request), request.body),
  });
  server.route({
    method: 'GET',
    url: '/api/me/sessions',
    config: { access: 'see-self', browsersOnly: true },
    schema: { response: answers(z.object({ sessions: z.array(sessionRowSchema) })) },
    handler: async (request) => ({ sessions: await listMySessions(seatOf(request)) }),
  });
  server.route({
    method: 'DELETE',
    url: '/api/me/sessions',
    config: { access: 'change-self', browsersOnly: true },
    schema: { response: answers(endedSchema) },
    handler: (request) => endMyOtherSessions(seatOf(request)),
  });
  server.route({
    method: 'DELETE',
    url: '/api/me/sessions/:sessionId',
    config: { access: 'change-self', browsersOnly: true },
    schema: { params: z.object({ sessionId: idSchema }), response: answers(doneSchema) },
    handler: async (request) => {
      await endMySession(seatOf(request), request.params.sessionId);
      return DONE;
    },
  });
  addKeyRoutes(server);
}

function addKeyRoutes(server: WebServer): void {
  server.route({
    method: 'GET',
    url: '/api/api-keys',
    config: { access: 'see-self', browsersOnly: true },
    schema: { response: answers(z.object({ apiKeys: z.array(apiKeySchema) })) },
    handler: async (request) => ({ apiKeys: await listMyApiKeys(seatOf(request)) }),
  });
  server.route({
    method: 'POST',
    url: '/api/api-keys',
    config: { access: 'change-self', browsersOnly: true },
    schema: { body: apiKeyBodySchema, response: answers(madeApiKeySchema) },
    handler: (request) => makeApiKey(seatOf(request), request.body),
  });
  server.route({
    method: 'DELETE',
    url: '/api/api-keys/:keyId',
    config: { access: 'change-self', browsersOnly: true },
    schema: { params: z.object({ keyId: idSchema }), response: answers(doneSchema) },
    handler: async (request) => {
      await revokeMyApiKey(seatOf(request), request.params.keyId);
      return DONE;
    },
  });
}
