import { today } from '#app/today.ts';
import { changeFacts, readFacts } from '#app/web/cases/case-facts.ts';
import { changeCase, listCases, openCase, readCase } from '#app/web/cases/case-rows.ts';
import { judgeCase } from '#app/web/cases/judge-case.ts';
import { listDocuments } from '#app/web/cases/list-documents.ts';
import { listFiles } from '#app/web/cases/list-files.ts';
import { searchCase } from '#app/web/cases/search-case.ts';
import type { Web } from '#app/web/open-web.ts';
import { answers } from '../contract/answers.ts';
import {
  caseFactsBodySchema,
  caseListQuerySchema,
  caseListSchema,
  caseParamsSchema,
  caseRowSchema,
  changeCaseBodySchema,
  documentListSchema,
  fileListSchema,
  foundSchema,
  judgementQuerySchema,
  judgementSchema,
  openCaseBodySchema,
  searchBodySchema,
} from '../contract/cases.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

/** `/api/cases`: the cases of my teams, and what is in them. */
export function addCaseRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/cases',
    config: { access: 'see-cases' },
    schema: { querystring: caseListQuerySchema, response: answers(caseListSchema) },
    handler: (request) => listCases(web, seatOf(request), request.query),
  });
  server.route({
    method: 'POST',
    url: '/api/cases',
    config: { access: 'open-cases' },
    schema: { body: openCaseBodySchema, response: answers(caseRowSchema) },
    handler: (request) => openCase(seatOf(request), request.body),
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId',
    config: { access: 'see-cases' },
    schema: { params: caseParamsSchema, response: answers(caseRowSchema) },
    handler: (request) => readCase(seatOf(request), request.params.caseId),
  });
  server.route({
    method: 'PATCH',
    url: '/api/cases/:caseId',
    config: { access: 'change-cases' },
    schema: { params: caseParamsSchema, body: changeCaseBodySchema, response: answers(caseRowSchema) },
    handler: (request) => changeCase(seatOf(request), request.params.caseId, request.body),
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/facts',
    config: { access: 'see-cases' },
    schema: { params: caseParamsSchema, response: answers(caseFactsBodySchema) },
    handler: (request) => readFacts(seatOf(request), request.params.caseId),
  });
  server.route({
    method: 'PUT',
    url: '/api/cases/:caseId/facts',
    config: { access: 'change-cases' },
    schema: { params: caseParamsSchema, body: caseFactsBodySchema, response: answers(caseFactsBodySchema) },
    handler: (request) => changeFacts(seatOf(request), request.params.caseId, request.body),
  });
  addContentRoutes(server, web);
}

function addContentRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/documents',
    config: { access: 'see-cases' },
    schema: { params: caseParamsSchema, response: answers(documentListSchema) },
    handler: async (request) => ({ documents: await listDocuments(web, seatOf(request), request.params.caseId) }),
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/files',
    config: { access: 'see-cases' },
    schema: { params: caseParamsSchema, response: answers(fileListSchema) },
    handler: async (request) => ({ files: await listFiles(seatOf(request), request.params.caseId) }),
  });
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/judgement',
    config: { access: 'see-cases' },
    schema: { params: caseParamsSchema, querystring: judgementQuerySchema, response: answers(judgementSchema) },
    handler: (request) => {
      const { asOf = today(), mayBeFormer } = request.query;
      return judgeCase(web, seatOf(request), { caseId: request.params.caseId, asOf, mayBeFormer });
    },
  });
  server.route({
    // The words somebody looks for would stand in logs and histories if they stood in an address.
    method: 'POST',
    url: '/api/cases/:caseId/search',
    config: { access: 'see-cases' },
    schema: { params: caseParamsSchema, body: searchBodySchema, response: answers(foundSchema) },
    handler: async (request) => ({
      found: await searchCase(seatOf(request), request.params.caseId, request.body),
    }),
  });
}
