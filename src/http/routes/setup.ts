import type { Web } from '#app/web/open-web.ts';
import { setUp } from '#app/web/setup/set-up.ts';
import { type RequestLimits, signInLimit } from '../add-limits.ts';
import { answers, doneSchema } from '../contract/answers.ts';
import { setupBodySchema, setupStateSchema } from '../contract/people.ts';
import { browserHeaders } from '../guard/seat-of.ts';
import { setCookies, type WebServer } from '../web-server.ts';

/** `/api/setup`: is there an administrator; make the first. */
export function addSetupRoutes(server: WebServer, web: Web, limits: RequestLimits): void {
  server.route({
    method: 'GET',
    url: '/api/setup',
    config: { access: 'everybody' },
    schema: { response: answers(setupStateSchema) },
    handler: async () => ({ isSetUp: await web.isSetUp() }),
  });
  server.route({
    method: 'POST',
    url: '/api/setup',
    config: { access: 'everybody', ...signInLimit(limits) },
    schema: { body: setupBodySchema, response: answers(doneSchema) },
    handler: async (request, reply) => {
      const { cookies } = await setUp(web, browserHeaders(request), request.body);
      setCookies(reply, cookies);
      return { done: true } as const;
    },
  });
}
