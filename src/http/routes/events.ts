import { followCases } from '#app/web/events/follow-cases.ts';
import { followOwnOrders } from '#app/web/events/follow-own-orders.ts';
import type { Web } from '#app/web/open-web.ts';
import { caseParamsSchema } from '../contract/cases.ts';
import { seatOf } from '../guard/seat-of.ts';
import { streamEvents } from '../stream-events.ts';
import type { WebServer } from '../web-server.ts';

/** Proxies end what says nothing for long. */
const HEARTBEAT_MS = 15_000;

/**
 * `/api/events`, `/api/cases/:caseId/events` and, for translators, `/api/my-translations/events`: server-sent events. `ready` comes first: whatever happens
 * from then on is told. Each `change` has ids only. The stream ends when whoever reads it is signed out, or may no longer.
 */
export function addEventRoutes(server: WebServer, web: Web, heartbeatMs = HEARTBEAT_MS): void {
  const action = 'see-cases' as const;
  const config = { access: action };
  server.route({
    method: 'GET',
    url: '/api/events',
    config,
    schema: { description: 'Server-sent events of all my cases.' },
    handler: (request, reply) => {
      const seat = seatOf(request);
      const follow: Follow = (onEvent) => followCases(web, seat, { caseId: undefined, onEvent });
      return streamEvents({ web, heartbeatMs, action, follow }, request, reply);
    },
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/events',
    config,
    schema: { description: 'Server-sent events of a case.', params: caseParamsSchema },
    handler: (request, reply) => {
      const [seat, { caseId }] = [seatOf(request), request.params];
      const follow: Follow = (onEvent) => followCases(web, seat, { caseId, onEvent });
      return streamEvents({ web, heartbeatMs, action, follow }, request, reply);
    },
  });
  server.route({
    method: 'GET',
    url: '/api/my-translations/events',
    config: { access: 'see-own-orders' },
    schema: { description: 'Server-sent events of my own orders: `kind` and `orderId`, nothing of the case.' },
    handler: (request, reply) => {
      const seat = seatOf(request);
      const source = { web, heartbeatMs, action: 'see-own-orders' as const };
      return streamEvents(
        { ...source, follow: (onEvent: (event: object) => void) => followOwnOrders(web, seat, onEvent) },
        request,
        reply,
      );
    },
  });
}

type Follow = (onEvent: Parameters<typeof followCases>[2]['onEvent']) => ReturnType<typeof followCases>;
