import { z } from 'zod';
import type { OperatorView } from '#app/operator-view.ts';
import type { Web } from '#app/web/open-web.ts';
import { decideRun, listChanges, listRuns, reachOfRun, readRun, resumeRun, startRun } from '#app/web/operator/runs.ts';
import { answers, idSchema } from '../contract/answers.ts';
import {
  reachSchema,
  runAnswerSchema,
  runChangesQuerySchema,
  runChangesSchema,
  runDetailSchema,
  runListSchema,
  runScopeSchema,
  startedRunSchema,
} from '../contract/operator.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

const SEE = { access: 'operate' } as const;
const CHANGE = { access: 'change-operations' } as const;
const runParams = z.object({ runId: idSchema });

/** `/api/operator/runs`: archives that are judged again. Workers compute them; nothing is in force before it is accepted. */
export function addRunRoutes(server: WebServer, web: Web, view: OperatorView): void {
  server.route({
    method: 'GET',
    url: '/api/operator/runs',
    config: SEE,
    schema: { response: answers(runListSchema) },
    handler: async (request) => ({ runs: await listRuns(seatOf(request)) }),
  });
  server.route({
    method: 'POST',
    url: '/api/operator/runs',
    config: CHANGE,
    schema: { body: runScopeSchema, response: answers(startedRunSchema) },
    handler: (request) => startRun(web, seatOf(request), { input: given(request.body), view }),
  });
  server.route({
    method: 'POST',
    url: '/api/operator/runs/reach',
    config: SEE,
    schema: { description: 'What a run would reach.', body: runScopeSchema, response: answers(reachSchema) },
    handler: (request) => reachOfRun(web, seatOf(request), given(request.body)),
  });
  addOneRunRoutes(server, web, view);
}

function addOneRunRoutes(server: WebServer, web: Web, view: OperatorView): void {
  server.route({
    method: 'GET',
    url: '/api/operator/runs/:runId',
    config: SEE,
    schema: { params: runParams, response: answers(runDetailSchema) },
    handler: (request) => readRun(web, seatOf(request), request.params.runId),
  });
  server.route({
    method: 'GET',
    url: '/api/operator/runs/:runId/changes',
    config: SEE,
    schema: { params: runParams, querystring: runChangesQuerySchema, response: answers(runChangesSchema) },
    handler: async (request) => ({
      changes: await listChanges(seatOf(request), request.params.runId, request.query.limit),
    }),
  });
  server.route({
    method: 'POST',
    url: '/api/operator/runs/:runId/resume',
    config: CHANGE,
    schema: { params: runParams, response: answers(runAnswerSchema) },
    handler: (request) => resumeRun(seatOf(request), request.params.runId),
  });
  for (const decision of ['accept', 'reject', 'roll-back'] as const)
    server.route({
      method: 'POST',
      url: `/api/operator/runs/:runId/${decision}`,
      config: CHANGE,
      schema: { params: runParams, response: answers(runAnswerSchema) },
      handler: (request) => decideRun(web, seatOf(request), { id: request.params.runId, decision, view }),
    });
}

/** What was not said is not there. */
function given({ caseId, type, before, asOf, isJudgingOnly }: z.infer<typeof runScopeSchema>) {
  return {
    ...(caseId === undefined ? {} : { caseId }),
    ...(type === undefined ? {} : { type }),
    ...(before === undefined ? {} : { before }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(isJudgingOnly === undefined ? {} : { isJudgingOnly }),
  };
}
