import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { findPrincipal } from '#app/web/find-principal.ts';
import type { Web } from '#app/web/open-web.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Action } from '#domain/permissions.ts';
import { isAllowed, type Principal } from '#domain/principal.ts';
import { setCookies, type WebServer } from '../web-server.ts';
import type { DeclaredRoute } from './access.ts';
import { checkOrigin } from './check-origin.ts';
import { browserHeaders } from './seat-of.ts';

/**
 * Every request is looked at before anything of its body is read: does it come from our page, is there an administrator, who is it, may they. Gives the
 * list of all routes, filled when the server is ready; one that does not say who may ask it makes the server not start.
 */
export function addGuard(server: WebServer, web: Web): readonly DeclaredRoute[] {
  const [added, routes]: [RouteOptions[], DeclaredRoute[]] = [[], []];
  // Looked at when all are there: a plugin may say it for its own routes after this hook.
  server.addHook('onRoute', (route) => {
    added.push(route);
  });
  server.addHook('onReady', async () => {
    routes.push(...added.flatMap(declared));
  });
  server.decorateRequest('seat', null);
  server.addHook('onRequest', async (request, reply) => {
    const { access, browsersOnly = false } = request.routeOptions.config;
    checkOrigin(request, web.settings.publicUrl);
    if (access === 'everybody') return;
    // An address that is no route is answered by nobody in particular.
    if (access === undefined) return;
    if (!(await web.isSetUp())) throw new LiasseFailure('setup-needed');
    if (access === 'anybody') return;
    await letIn(request, reply, { web, action: access, browsersOnly });
  });
  return routes;
}

function declared({ method, url, config }: RouteOptions): DeclaredRoute[] {
  const { access, browsersOnly = false } = config ?? {};
  if (access === undefined) throw new Error(`${url} does not say who may ask it`);
  return [method].flat().map((one) => ({ method: one, url, access, browsersOnly }));
}

async function letIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { web, action, browsersOnly }: { readonly web: Web; readonly action: Action; readonly browsersOnly: boolean },
): Promise<void> {
  const found = await findPrincipal(web, browserHeaders(request));
  if (found === undefined) throw new LiasseFailure('not-signed-in');
  checkAllowed(found.principal, action, browsersOnly);
  request.seat = web.seatOf(found.principal);
  setCookies(reply, found.cookies);
  reply.header('cache-control', 'no-store');
}

function checkAllowed(principal: Principal, action: Action, browsersOnly: boolean): void {
  const isKey = 'keyId' in principal.by;
  if (browsersOnly && isKey) throw new LiasseFailure('key-not-allowed');
  if (isAllowed(principal, action)) return;
  const byRoleAlone = { role: principal.role, by: { sessionId: '' } };
  throw new LiasseFailure(isKey && isAllowed(byRoleAlone, action) ? 'key-not-allowed' : 'not-allowed');
}
