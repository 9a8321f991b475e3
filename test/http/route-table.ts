import type { Role } from '#domain/permissions.ts';

/** Who may ask a route, said once more and independently of the code. A new route needs a line here. */
export interface RouteLine {
  /** Roles that may; or `anybody` once there is an administrator, or `everybody` even before. */
  readonly by: readonly Role[] | 'anybody' | 'everybody';
  /** Which keys may: `none` (browsers only), `all` (a key that only reads may not), `reading` (any). */
  readonly keys: 'none' | 'all' | 'reading';
  /** A body that is right, so that whose object it is gets looked at. */
  readonly body?: unknown;
  /** The parameter that names an object which may be another team's or person's: then nobody but an administrator finds it. */
  readonly scope?:
    | 'caseId'
    | 'documentId'
    | 'sessionId'
    | 'keyId'
    | 'orderId'
    | 'taskId'
    | 'uploadId'
    | 'fileId'
    | 'exportId';
  /** Whoever asks may be signed out by it, so that somebody new asks. */
  readonly endsSession?: true;
}

const ALL = ['adviser', 'translator', 'operator', 'administrator'] as const;
const ADVISERS = ['adviser', 'administrator'] as const;
const OPERATORS = ['operator', 'administrator'] as const;
const ADMINISTRATORS = ['administrator'] as const;
const TRANSLATORS = ['translator', 'administrator'] as const;

export const ROUTE_TABLE: Readonly<Record<string, RouteLine>> = {
  'GET /health': { by: 'everybody', keys: 'reading' },
  'GET /ready': { by: 'everybody', keys: 'reading' },
  'GET /metrics': { by: 'everybody', keys: 'reading' },
  'GET /*': { by: 'everybody', keys: 'reading' },
  'GET /api/openapi.json': { by: ALL, keys: 'reading' },
  'GET /api/docs*': { by: ALL, keys: 'reading' },

  'GET /api/setup': { by: 'everybody', keys: 'reading' },
  'POST /api/setup': { by: 'everybody', keys: 'reading', body: {} },
  'POST /api/auth/sign-in': { by: 'anybody', keys: 'reading', body: {} },
  'POST /api/auth/second-code': { by: 'anybody', keys: 'reading', body: {} },
  'POST /api/auth/sign-out': { by: ALL, keys: 'none', endsSession: true },
  'POST /api/auth/password': { by: ALL, keys: 'none', body: {} },
  'POST /api/auth/second-code/prepare': { by: ALL, keys: 'none', body: {} },
  'POST /api/auth/second-code/confirm': { by: ALL, keys: 'none', body: {} },
  'POST /api/auth/second-code/end': { by: ALL, keys: 'none', body: {} },

  'GET /api/me': { by: ALL, keys: 'reading' },
  'PATCH /api/me': { by: ALL, keys: 'all', body: { language: 'fr' } },
  'GET /api/me/sessions': { by: ALL, keys: 'none' },
  'DELETE /api/me/sessions': { by: ALL, keys: 'none', endsSession: true },
  'DELETE /api/me/sessions/:sessionId': { by: ALL, keys: 'none', scope: 'sessionId', endsSession: true },
  'GET /api/api-keys': { by: ALL, keys: 'none' },
  'POST /api/api-keys': { by: ALL, keys: 'none', body: {} },
  'DELETE /api/api-keys/:keyId': { by: ALL, keys: 'none', scope: 'keyId' },

  'GET /api/people': { by: ADMINISTRATORS, keys: 'reading' },
  'PATCH /api/people/:personId': { by: ADMINISTRATORS, keys: 'none', body: {} },
  'DELETE /api/people/:personId/sessions': { by: ADMINISTRATORS, keys: 'all' },
  'GET /api/people/keys': { by: ADMINISTRATORS, keys: 'reading' },
  'DELETE /api/people/keys/:keyId': { by: ADMINISTRATORS, keys: 'all' },
  'GET /api/audit': { by: ADMINISTRATORS, keys: 'reading' },
  'GET /api/audit/state': { by: ADMINISTRATORS, keys: 'reading' },
  'GET /api/teams': { by: ADMINISTRATORS, keys: 'reading' },
  'POST /api/teams': { by: ADMINISTRATORS, keys: 'all', body: {} },
  'PATCH /api/teams/:teamId': { by: ADMINISTRATORS, keys: 'all', body: {} },
  'GET /api/invitations': { by: ADMINISTRATORS, keys: 'reading' },
  'POST /api/invitations': { by: ADMINISTRATORS, keys: 'none', body: {} },
  'DELETE /api/invitations/:invitationId': { by: ADMINISTRATORS, keys: 'all' },
  'POST /api/invitations/look': { by: 'anybody', keys: 'reading', body: {} },
  'POST /api/invitations/accept': { by: 'anybody', keys: 'reading', body: {} },

  'GET /api/cases': { by: ADVISERS, keys: 'reading' },
  'POST /api/cases': { by: ADVISERS, keys: 'all', body: {} },
  'GET /api/cases/:caseId': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'PATCH /api/cases/:caseId': { by: ADVISERS, keys: 'all', scope: 'caseId', body: { state: 'open' } },
  'GET /api/cases/:caseId/documents': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'GET /api/cases/:caseId/files': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'GET /api/cases/:caseId/judgement': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'POST /api/cases/:caseId/search': { by: ADVISERS, keys: 'reading', scope: 'caseId', body: { words: 'bulletin' } },
  'GET /api/cases/:caseId/events': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'GET /api/operator/queue': { by: OPERATORS, keys: 'reading' },
  'POST /api/operator/queue/pause': { by: OPERATORS, keys: 'all' },
  'POST /api/operator/queue/resume': { by: OPERATORS, keys: 'all' },
  'GET /api/operator/failures': { by: OPERATORS, keys: 'reading' },
  'POST /api/operator/failures/retry': { by: OPERATORS, keys: 'all', body: {} },
  'GET /api/operator/runs': { by: OPERATORS, keys: 'reading' },
  'POST /api/operator/runs': { by: OPERATORS, keys: 'all', body: {} },
  'POST /api/operator/runs/reach': { by: OPERATORS, keys: 'reading', body: {} },
  'GET /api/operator/runs/:runId': { by: OPERATORS, keys: 'reading' },
  'GET /api/operator/runs/:runId/changes': { by: OPERATORS, keys: 'reading' },
  'POST /api/operator/runs/:runId/resume': { by: OPERATORS, keys: 'all' },
  'POST /api/operator/runs/:runId/accept': { by: OPERATORS, keys: 'all' },
  'POST /api/operator/runs/:runId/reject': { by: OPERATORS, keys: 'all' },
  'POST /api/operator/runs/:runId/roll-back': { by: OPERATORS, keys: 'all' },
  'GET /api/operator/ledger': { by: OPERATORS, keys: 'reading' },
  'GET /api/operator/storage': { by: OPERATORS, keys: 'reading' },
  'GET /api/operator/corrections': { by: OPERATORS, keys: 'reading' },
  'GET /api/operator/health': { by: OPERATORS, keys: 'reading' },
  'POST /api/operator/doctor': { by: OPERATORS, keys: 'reading' },
  'GET /api/webhooks': { by: ADMINISTRATORS, keys: 'reading' },
  'POST /api/webhooks': { by: ADMINISTRATORS, keys: 'all', body: {} },
  'PATCH /api/webhooks/:webhookId': { by: ADMINISTRATORS, keys: 'all', body: {} },
  'DELETE /api/webhooks/:webhookId': { by: ADMINISTRATORS, keys: 'all' },
  'POST /api/webhooks/:webhookId/ping': { by: ADMINISTRATORS, keys: 'all' },
  'GET /api/webhooks/:webhookId/deliveries': { by: ADMINISTRATORS, keys: 'reading' },
  'POST /api/webhooks/:webhookId/deliveries/:deliveryId/redeliver': { by: ADMINISTRATORS, keys: 'all' },
  'GET /api/events': { by: ADVISERS, keys: 'reading' },

  'GET /api/translations': { by: ADVISERS, keys: 'reading' },
  'POST /api/translations': { by: ADVISERS, keys: 'all', body: {} },
  'GET /api/translations/:orderId': { by: ADVISERS, keys: 'reading', scope: 'orderId' },
  'GET /api/translations/:orderId/pages/:page/image': { by: ADVISERS, keys: 'reading', scope: 'orderId' },
  'GET /api/translations/:orderId/upload': { by: ADVISERS, keys: 'reading', scope: 'orderId' },
  'GET /api/translations/:orderId/upload/pages/:page/image': { by: ADVISERS, keys: 'reading', scope: 'orderId' },
  'POST /api/translations/:orderId/assign': { by: ADVISERS, keys: 'all', scope: 'orderId', body: {} },
  'POST /api/translations/:orderId/accept': { by: ADVISERS, keys: 'all', scope: 'orderId' },
  'POST /api/translations/:orderId/send-back': { by: ADVISERS, keys: 'all', scope: 'orderId', body: { reason: 'why' } },
  'POST /api/translations/:orderId/cancel': { by: ADVISERS, keys: 'all', scope: 'orderId' },
  'GET /api/translators': { by: ADVISERS, keys: 'reading' },
  'PUT /api/translators/:personId': { by: ADMINISTRATORS, keys: 'all', body: {} },

  'GET /api/my-translations': { by: TRANSLATORS, keys: 'reading' },
  'GET /api/my-translations/events': { by: TRANSLATORS, keys: 'reading' },
  'GET /api/my-translations/profile': { by: TRANSLATORS, keys: 'reading' },
  'PATCH /api/my-translations/profile': { by: TRANSLATORS, keys: 'all', body: {} },
  'GET /api/my-translations/:taskId': { by: TRANSLATORS, keys: 'reading', scope: 'taskId' },
  'GET /api/my-translations/:taskId/pages/:page/image': { by: TRANSLATORS, keys: 'reading', scope: 'taskId' },
  'GET /api/my-translations/:taskId/upload': { by: TRANSLATORS, keys: 'reading', scope: 'taskId' },
  'GET /api/my-translations/:taskId/upload/pages/:page/image': { by: TRANSLATORS, keys: 'reading', scope: 'taskId' },
  'POST /api/my-translations/:taskId/take': { by: TRANSLATORS, keys: 'all', scope: 'taskId' },
  'POST /api/my-translations/:taskId/upload': { by: TRANSLATORS, keys: 'all', scope: 'taskId' },
  'POST /api/my-translations/:taskId/deliver': {
    by: TRANSLATORS,
    keys: 'all',
    scope: 'taskId',
    body: { remark: null },
  },
  'POST /api/my-translations/:taskId/decline': {
    by: TRANSLATORS,
    keys: 'all',
    scope: 'taskId',
    body: { reason: 'why' },
  },
  'GET /api/cases/:caseId/facts': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'PUT /api/cases/:caseId/facts': { by: ADVISERS, keys: 'all', scope: 'caseId', body: {} },
  'GET /api/cases/:caseId/uploads': { by: ADVISERS, keys: 'all', scope: 'caseId' },
  'POST /api/uploads': { by: ADVISERS, keys: 'all' },
  'HEAD /api/uploads/:uploadId': { by: ADVISERS, keys: 'all', scope: 'uploadId' },
  'PATCH /api/uploads/:uploadId': { by: ADVISERS, keys: 'all', scope: 'uploadId' },
  'DELETE /api/uploads/:uploadId': { by: ADVISERS, keys: 'all', scope: 'uploadId' },
  'GET /api/uploads/:uploadId': { by: ADVISERS, keys: 'all', scope: 'uploadId' },
  'POST /api/cases/:caseId/files': { by: ADVISERS, keys: 'all', scope: 'caseId' },
  'GET /api/cases/:caseId/report.html': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'GET /api/cases/:caseId/report.pdf': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'GET /api/cases/:caseId/report.json': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'GET /api/cases/:caseId/calendar.ics': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'POST /api/cases/:caseId/dossier': { by: ADVISERS, keys: 'reading', scope: 'caseId', body: {} },
  'GET /api/cases/:caseId/dossier': { by: ADVISERS, keys: 'reading', scope: 'caseId' },
  'GET /api/cases/:caseId/dossier/:exportId': { by: ADVISERS, keys: 'reading', scope: 'exportId' },
  'GET /api/cases/:caseId/dossier/:exportId/files/:index': { by: ADVISERS, keys: 'reading', scope: 'exportId' },
  'POST /api/files/:fileId/retry': { by: ADVISERS, keys: 'all', scope: 'fileId' },
  'GET /api/vocabulary': { by: ADVISERS, keys: 'reading' },
  'GET /api/documents/:documentId': { by: ADVISERS, keys: 'reading', scope: 'documentId' },
  'GET /api/documents/:documentId/history': { by: ADVISERS, keys: 'reading', scope: 'documentId' },
  'GET /api/documents/:documentId/pages/:page': { by: ADVISERS, keys: 'reading', scope: 'documentId' },
  'GET /api/documents/:documentId/pages/:page/image': { by: ADVISERS, keys: 'reading', scope: 'documentId' },
  'GET /api/documents/:documentId/original': { by: ADVISERS, keys: 'reading', scope: 'documentId' },
  'POST /api/documents/:documentId/decisions': { by: ADVISERS, keys: 'all', scope: 'documentId', body: { cutAt: 2 } },
  'DELETE /api/documents/:documentId/decisions/:decisionIds': { by: ADVISERS, keys: 'all', scope: 'documentId' },
  'GET /api/review': { by: ADVISERS, keys: 'reading' },
  'POST /api/review/learn': { by: ['adviser', 'operator', 'administrator'], keys: 'all' },
};
