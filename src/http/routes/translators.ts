import type { Web } from '#app/web/open-web.ts';
import { changeOwnTerms, listTranslators, readOwnProfile, setProfile } from '#app/web/translations/translators.ts';
import { answers, doneSchema } from '../contract/answers.ts';
import {
  ownTermsBodySchema,
  profileSchema,
  translatorListSchema,
  translatorParamsSchema,
} from '../contract/translations.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

const DONE = { done: true } as const;

/** `/api/translators`: what each translates, and how it goes. */
export function addTranslatorRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/translators',
    config: { access: 'see-orders' },
    schema: { response: answers(translatorListSchema) },
    handler: async (request) => ({ translators: await listTranslators(seatOf(request)) }),
  });
  server.route({
    method: 'PUT',
    url: '/api/translators/:personId',
    config: { access: 'change-translators' },
    schema: { params: translatorParamsSchema, body: profileSchema, response: answers(doneSchema) },
    handler: async (request) => {
      await setProfile(web, seatOf(request), { ...request.params, profile: request.body });
      return DONE;
    },
  });
  server.route({
    method: 'GET',
    url: '/api/my-translations/profile',
    config: { access: 'see-own-orders' },
    schema: { response: answers(profileSchema) },
    handler: (request) => readOwnProfile(seatOf(request)),
  });
  server.route({
    method: 'PATCH',
    url: '/api/my-translations/profile',
    config: { access: 'translate' },
    schema: { body: ownTermsBodySchema, response: answers(profileSchema) },
    handler: (request) => changeOwnTerms(web, seatOf(request), request.body),
  });
}
