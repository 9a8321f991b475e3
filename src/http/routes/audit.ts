import { checkAudit, listAudit } from '#app/web/people/audit.ts';
import { answers } from '../contract/answers.ts';
import { auditListSchema, auditQuerySchema, auditStateSchema } from '../contract/audit.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

/** `/api/audit`: who did what, and whether the log is whole. */
export function addAuditRoutes(server: WebServer): void {
  server.route({
    method: 'GET',
    url: '/api/audit',
    config: { access: 'see-audit' },
    schema: { querystring: auditQuerySchema, response: answers(auditListSchema) },
    handler: (request) => listAudit(seatOf(request), request.query),
  });
  server.route({
    method: 'GET',
    url: '/api/audit/state',
    config: { access: 'see-audit' },
    schema: { response: answers(auditStateSchema) },
    handler: (request) => checkAudit(seatOf(request)),
  });
}
