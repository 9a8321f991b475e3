import { type Deciding, decide } from '#app/web/documents/decide.ts';
import { readDocument } from '#app/web/documents/read-document.ts';
import { readHistory } from '#app/web/documents/read-history.ts';
import { undo } from '#app/web/documents/undo.ts';
import { readVocabulary } from '#app/web/documents/vocabulary.ts';
import type { Web } from '#app/web/open-web.ts';
import { answers } from '../contract/answers.ts';
import {
  decideBodySchema,
  decidedSchema,
  decisionParamsSchema,
  documentParamsSchema,
  documentViewSchema,
  historySchema,
  vocabularySchema,
} from '../contract/documents.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';
import { addPageRoutes } from './document-pages.ts';

/** `/api/documents/:documentId`: what is said of a paper, its pages, and what persons say of it. */
export function addDocumentRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/vocabulary',
    config: { access: 'see-cases' },
    schema: {
      description: 'The types and languages that papers can be said to be of.',
      response: answers(vocabularySchema),
    },
    handler: () => readVocabulary(web),
  });
  server.route({
    method: 'GET',
    url: '/api/documents/:documentId',
    config: { access: 'see-cases' },
    schema: { params: documentParamsSchema, response: answers(documentViewSchema) },
    handler: (request) => readDocument(web, seatOf(request), request.params.documentId),
  });
  server.route({
    method: 'GET',
    url: '/api/documents/:documentId/history',
    config: { access: 'see-cases' },
    schema: { params: documentParamsSchema, response: answers(historySchema) },
    handler: async (request) => ({ entries: await readHistory(seatOf(request), request.params.documentId) }),
  });
  addDecisionRoutes(server, web);
  addPageRoutes(server, web);
}

function addDecisionRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'POST',
    url: '/api/documents/:documentId/decisions',
    config: { access: 'change-cases' },
    schema: {
      description: 'In force when it answers; the case is judged again soon after.',
      params: documentParamsSchema,
      body: decideBodySchema,
      response: answers(decidedSchema),
    },
    handler: (request) => {
      const deciding: Deciding = request.body;
      return decide(web, seatOf(request), { ...deciding, key: request.params.documentId });
    },
  });
  server.route({
    method: 'DELETE',
    url: '/api/documents/:documentId/decisions/:decisionIds',
    config: { access: 'change-cases' },
    schema: {
      description: 'Takes decisions back, one or several (`12,13`): what held before them holds again.',
      params: decisionParamsSchema,
      response: answers(documentViewSchema),
    },
    handler: (request) => {
      const { documentId, decisionIds } = request.params;
      return undo(web, seatOf(request), { key: documentId, ids: decisionIds.split(',') });
    },
  });
}
