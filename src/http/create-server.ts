import fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { OperatorView } from '#app/operator-view.ts';
import type { Web } from '#app/web/open-web.ts';
import { addDocumentation } from './add-documentation.ts';
import { addLimits, REQUEST_LIMITS, type RequestLimits } from './add-limits.ts';
import { addSecurityHeaders } from './add-security-headers.ts';
import { answerFailures } from './answer-failures.ts';
import type { DeclaredRoute } from './guard/access.ts';
import { addGuard } from './guard/add-guard.ts';
import { addAuditRoutes } from './routes/audit.ts';
import { addCaseRoutes } from './routes/cases.ts';
import { addDocumentRoutes } from './routes/documents.ts';
import { addEventRoutes } from './routes/events.ts';
import { addExportRoutes } from './routes/exports.ts';
import { addMeRoutes } from './routes/me.ts';
import { addOperatorRoutes } from './routes/operator.ts';
import { addOperatorViewRoutes } from './routes/operator-view.ts';
import { addOwnTranslationRoutes } from './routes/own-translations.ts';
import { addPeopleRoutes } from './routes/people.ts';
import { addReviewRoutes } from './routes/review.ts';
import { addSetupRoutes } from './routes/setup.ts';
import { addSignInRoutes } from './routes/sign-in.ts';
import { addTranslationRoutes } from './routes/translations.ts';
import { addTranslatorRoutes } from './routes/translators.ts';
import { addUploadRoutes } from './routes/uploads.ts';
import { addWebhookRoutes } from './routes/webhooks.ts';
import { servePage } from './serve-page.ts';
import type { WebServer } from './web-server.ts';

export interface ServerOptions {
  readonly web: Web;
  readonly view: OperatorView;
  /** Where the built page lies. */
  readonly pageFolder: string;
  readonly limits?: RequestLimits;
  /** How often a stream of events shows that it is still there. */
  readonly heartbeatMs?: number;
}

const BODY_BYTES = 256 * 1024;
const REQUEST_MS = 120_000;
/** Of a proxy in the same network; nobody else is believed about where a request comes from. */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

/** Everything that has an address, before it listens. `routes` is what the guard knows of. */
export async function createServer(
  options: ServerOptions,
): Promise<{ readonly server: WebServer; readonly routes: readonly DeclaredRoute[] }> {
  const { web, view, pageFolder, limits = REQUEST_LIMITS, heartbeatMs } = options;
  const isSecure = web.settings.publicUrl.startsWith('https:');
  const server = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: true,
    trustProxy: isSecure ? PROXIES : false,
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: false,
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  // Forms of other pages can send text, but not JSON.
  server.removeContentTypeParser('text/plain');
  answerFailures(server, view.onFailure);
  await addSecurityHeaders(server, { isSecure });
  await addLimits(server, limits);
  const routes = addGuard(server, web);
  await addDocumentation(server);
  addOperatorViewRoutes(server, web, view);
  addSetupRoutes(server, web, limits);
  addSignInRoutes(server, web, limits);
  addMeRoutes(server);
  addPeopleRoutes(server, web, limits);
  addCaseRoutes(server, web);
  addTranslationRoutes(server, web);
  addTranslatorRoutes(server, web);
  await addOwnTranslationRoutes(server, web);
  addDocumentRoutes(server, web);
  addReviewRoutes(server, web);
  addEventRoutes(server, web, heartbeatMs);
  await addUploadRoutes(server, web);
  addExportRoutes(server, web);
  addAuditRoutes(server);
  addWebhookRoutes(server, web);
  addOperatorRoutes(server, web, view);
  await servePage(server, pageFolder);
  return { server, routes };
}
