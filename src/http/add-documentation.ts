import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { LIASSE_VERSION } from '#app/liasse-version.ts';
import type { WebServer } from './web-server.ts';

const ABOUT = `Everything that the page can do. Sign in with the cookies of a browser, or with a key of your account: \`Authorization: Bearer liasse_…\`.
Errors are \`{ error: { code, message, next } }\` in both languages; whatever a paper or a pipeline is called comes in both languages too (\`{ fr, en }\`).
Moments are ISO 8601 in UTC, days are days. Ids are opaque.`;

/** `/api/openapi.json` (3.1), made of the schemas of the routes, and `/api/docs` to read it by. Routes that are added after this are in it. */
export async function addDocumentation(server: WebServer): Promise<void> {
  await server.register(swagger, {
    exposeHeadRoutes: true,
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Liasse', version: LIASSE_VERSION, description: ABOUT },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  // What others register says nothing of who may ask it.
  await server.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'see-self' };
    });
    await docs.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { deepLinking: false } });
  });
  server.route({
    method: 'GET',
    url: '/api/openapi.json',
    config: { access: 'see-self' },
    schema: { hide: true },
    handler: (_, reply) => reply.send(server.swagger()),
  });
}
