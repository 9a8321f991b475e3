import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { FAILURES, type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { WEB_FAILURES } from '#domain/web-failures.ts';
import type { ErrorAnswer } from './contract/answers.ts';
import type { WebServer } from './web-server.ts';

const STATUS_OF_CATEGORY = { usage: 400, rejected: 422, transient: 503, permanent: 500, definition: 500 } as const;
const STATUS_OF_CODE: Readonly<Partial<Record<FailureCode, number>>> = { 'case-unknown': 404 };
const OF_FASTIFY: Readonly<Record<number, FailureCode>> = {
  404: 'not-found',
  405: 'not-found',
  413: 'request-too-large',
  415: 'wrong-media-type',
  429: 'too-many-requests',
};

/** Whatever goes wrong is answered with a code and its sentences and nothing else: messages may quote anything. */
export function answerFailures(server: WebServer, onFailure: (thrown: unknown) => void): void {
  server.setNotFoundHandler(() => {
    throw new LiasseFailure('not-found');
  });
  server.setErrorHandler<FastifyError>((error, _, reply) => {
    const { code, fields } = codeOf(error);
    const status = statusOf(code);
    if (status >= 500 && code !== 'setup-needed') onFailure(error);
    return reply.code(status).header('cache-control', 'no-store').send(errorAnswer(code, fields));
  });
}

/** What is said of a failure. */
export function errorAnswer(code: FailureCode, fields?: readonly string[]): ErrorAnswer {
  const { message } = FAILURES[code];
  return { error: { code, message, next: nextOf(code), ...(fields === undefined ? {} : { fields: [...fields] }) } };
}

function nextOf(code: FailureCode): Bilingual | null {
  return isOfWeb(code) ? WEB_FAILURES[code].next : null;
}

function statusOf(code: FailureCode): number {
  return isOfWeb(code)
    ? WEB_FAILURES[code].status
    : (STATUS_OF_CODE[code] ?? STATUS_OF_CATEGORY[FAILURES[code].category]);
}

function isOfWeb(code: FailureCode): code is keyof typeof WEB_FAILURES {
  return Object.hasOwn(WEB_FAILURES, code);
}

function codeOf(error: FastifyError): { readonly code: FailureCode; readonly fields?: readonly string[] } {
  if (error instanceof LiasseFailure) return { code: error.code };
  if (hasZodFastifySchemaValidationErrors(error)) {
    // What is not an id in an address is the id of nothing.
    if (error.validationContext === 'params') return { code: 'not-found' };
    return {
      code: 'wrong-request',
      fields: error.validation.map(({ instancePath }) => instancePath.replace(/^\//, '')),
    };
  }
  const { statusCode = 500 } = error;
  if (statusCode >= 500) return { code: 'internal-error' };
  return { code: OF_FASTIFY[statusCode] ?? 'wrong-request' };
}
