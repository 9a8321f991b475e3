import type { FastifyReply } from 'fastify';
import { type Download, downloadCalendar, downloadReport } from '#app/web/exports/case-documents.ts';
import type { Web } from '#app/web/open-web.ts';
import { answers } from '../contract/answers.ts';
import { caseParamsSchema } from '../contract/cases.ts';
import {
  dossierBodySchema,
  dossierExportSchema,
  dossierExportsSchema,
  dossierFileParamsSchema,
  dossierParamsSchema,
  exportQuerySchema,
} from '../contract/exports.ts';
import { seatOf } from '../guard/seat-of.ts';
import { asDownload } from '../send-download.ts';
import type { WebServer } from '../web-server.ts';

const FORMATS = ['html', 'pdf', 'json'] as const;
const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
} as const;

/** What leaves a case: report, calendar, annexed dossier. Each is an entry of the audit log. */
export function addExportRoutes(server: WebServer, web: Web): void {
  const config = { access: 'see-cases' } as const;
  const schema = { params: caseParamsSchema, querystring: exportQuerySchema };
  for (const format of FORMATS)
    server.route({
      method: 'GET',
      url: `/api/cases/:caseId/report.${format}`,
      config,
      schema,
      handler: async (request, reply) => {
        const asked = { ...request.query, caseId: request.params.caseId, format };
        return send(reply, await downloadReport(web, seatOf(request), asked));
      },
    });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/calendar.ics',
    config,
    schema,
    handler: async (request, reply) => {
      const asked = { ...request.query, caseId: request.params.caseId };
      return send(reply, await downloadCalendar(web, seatOf(request), asked));
    },
  });
  addDossierRoutes(server, web);
}

function send(reply: FastifyReply, { bytes, ...about }: Download): FastifyReply {
  return asDownload(reply, about).send(Buffer.from(bytes));
}

function addDossierRoutes(server: WebServer, { dossiers }: Web): void {
  const config = { access: 'see-cases' } as const;
  server.route({
    method: 'POST',
    url: '/api/cases/:caseId/dossier',
    config,
    schema: {
      description: 'Begins the annexed dossier. Ask for it until its state is no longer `making`.',
      params: caseParamsSchema,
      body: dossierBodySchema,
      response: { ...answers(dossierExportSchema), 202: dossierExportSchema },
    },
    handler: async (request, reply) =>
      reply.code(202).send(await dossiers.begin(seatOf(request), request.params.caseId, request.body)),
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/dossier',
    config,
    schema: { params: caseParamsSchema, response: answers(dossierExportsSchema) },
    handler: async (request) => ({ exports: await dossiers.ofCase(seatOf(request), request.params.caseId) }),
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/dossier/:exportId',
    config,
    schema: { params: dossierParamsSchema, response: answers(dossierExportSchema) },
    handler: (request) => dossiers.look(seatOf(request), request.params.caseId, request.params.exportId),
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/dossier/:exportId/files/:index',
    config,
    schema: { params: dossierFileParamsSchema },
    handler: async (request, reply) => {
      const file = await dossiers.open(seatOf(request), request.params);
      return asDownload(reply, { name: file.name, mediaType: MEDIA_TYPES[file.kind] })
        .header('content-length', file.sizeBytes)
        .send(file.stream());
    },
  });
}
