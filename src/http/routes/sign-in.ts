import type { Web } from '#app/web/open-web.ts';
import {
  changePassword,
  confirmSecondCode,
  endSecondCode,
  prepareSecondCode,
  signOut,
} from '#app/web/sign-in/account.ts';
import { giveSecondCode, signInAs } from '#app/web/sign-in/sign-in-as.ts';
import { type RequestLimits, signInLimit } from '../add-limits.ts';
import { answers, doneSchema } from '../contract/answers.ts';
import {
  changePasswordBodySchema,
  codeBodySchema,
  passwordBodySchema,
  preparedSecondCodeSchema,
  secondCodeBodySchema,
  signInAnswerSchema,
  signInBodySchema,
} from '../contract/people.ts';
import { browserHeaders, seatOf } from '../guard/seat-of.ts';
import { setCookies, type WebServer } from '../web-server.ts';

const DONE = { done: true } as const;

/** `/api/auth/…`: signing in and out, the password, the second code. */
export function addSignInRoutes(server: WebServer, web: Web, limits: RequestLimits): void {
  const config = { access: 'anybody', ...signInLimit(limits) } as const;
  server.route({
    method: 'POST',
    url: '/api/auth/sign-in',
    config,
    schema: { body: signInBodySchema, response: answers(signInAnswerSchema) },
    handler: async (request, reply) => {
      const { cookies, isSecondCodeNeeded } = await signInAs(web, browserHeaders(request), request.body);
      setCookies(reply, cookies);
      return { isSecondCodeNeeded };
    },
  });
  server.route({
    method: 'POST',
    url: '/api/auth/second-code',
    config,
    schema: { body: secondCodeBodySchema, response: answers(doneSchema) },
    handler: async (request, reply) => {
      setCookies(reply, (await giveSecondCode(web, browserHeaders(request), request.body)).cookies);
      return DONE;
    },
  });
  server.route({
    method: 'POST',
    url: '/api/auth/sign-out',
    config: { access: 'see-self', browsersOnly: true },
    schema: { response: answers(doneSchema) },
    handler: async (request, reply) => {
      setCookies(reply, (await signOut(web, seatOf(request), browserHeaders(request))).cookies);
      return DONE;
    },
  });
  addAccountRoutes(server, web);
}

function addAccountRoutes(server: WebServer, web: Web): void {
  const config = { access: 'change-self', browsersOnly: true } as const;
  server.route({
    method: 'POST',
    url: '/api/auth/password',
    config,
    schema: { body: changePasswordBodySchema, response: answers(doneSchema) },
    handler: async (request, reply) => {
      const input = { ...request.body, headers: browserHeaders(request) };
      setCookies(reply, (await changePassword(web, seatOf(request), input)).cookies);
      return DONE;
    },
  });
  server.route({
    method: 'POST',
    url: '/api/auth/second-code/prepare',
    config,
    schema: { body: passwordBodySchema, response: answers(preparedSecondCodeSchema) },
    handler: async (request) => {
      const prepared = await prepareSecondCode(web, seatOf(request), {
        ...request.body,
        headers: browserHeaders(request),
      });
      return { uri: prepared.uri, backupCodes: [...prepared.backupCodes] };
    },
  });
  server.route({
    method: 'POST',
    url: '/api/auth/second-code/confirm',
    config,
    schema: { body: codeBodySchema, response: answers(doneSchema) },
    handler: async (request, reply) => {
      const input = { ...request.body, headers: browserHeaders(request) };
      setCookies(reply, (await confirmSecondCode(web, seatOf(request), input)).cookies);
      return DONE;
    },
  });
  server.route({
    method: 'POST',
    url: '/api/auth/second-code/end',
    config,
    schema: { body: passwordBodySchema, response: answers(doneSchema) },
    handler: async (request, reply) => {
      const input = { ...request.body, headers: browserHeaders(request) };
      setCookies(reply, (await endSecondCode(web, seatOf(request), input)).cookies);
      return DONE;
    },
  });
}
