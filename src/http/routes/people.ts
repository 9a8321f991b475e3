import { z } from 'zod';
import type { Web } from '#app/web/open-web.ts';
import { listApiKeys, revokeApiKey } from '#app/web/people/api-keys.ts';
import {
  acceptInvitation,
  invite,
  listInvitations,
  readInvitation,
  withdrawInvitation,
} from '#app/web/people/invitations.ts';
import { changePerson, endSessionsOf, listPeople } from '#app/web/people/people.ts';
import { addTeam, listTeams, renameTeam } from '#app/web/people/teams.ts';
import { type RequestLimits, signInLimit } from '../add-limits.ts';
import { answers, doneSchema, idSchema } from '../contract/answers.ts';
import {
  apiKeyOfPersonSchema,
  changePersonBodySchema,
  endedSchema,
  invitationBodySchema,
  invitationSchema,
  joinBodySchema,
  madeInvitationSchema,
  openInvitationSchema,
  personRowSchema,
  teamBodySchema,
  teamSchema,
  tokenBodySchema,
} from '../contract/people.ts';
import { browserHeaders, seatOf } from '../guard/seat-of.ts';
import { setCookies, type WebServer } from '../web-server.ts';

const DONE = { done: true } as const;
const personParams = z.object({ personId: idSchema });
const teamParams = z.object({ teamId: idSchema });
const invitationParams = z.object({ invitationId: idSchema });

/** `/api/people`, `/api/teams`, `/api/invitations`: administration, and joining. */
export function addPeopleRoutes(server: WebServer, web: Web, limits: RequestLimits): void {
  server.route({
    method: 'GET',
    url: '/api/people',
    config: { access: 'see-people' },
    schema: { response: answers(z.object({ people: z.array(personRowSchema) })) },
    handler: async (request) => ({ people: await listPeople(seatOf(request)) }),
  });
  server.route({
    method: 'PATCH',
    url: '/api/people/:personId',
    config: { access: 'change-people', browsersOnly: true },
    schema: { params: personParams, body: changePersonBodySchema, response: answers(personRowSchema) },
    handler: (request) => changePerson(seatOf(request), request.params.personId, request.body),
  });
  server.route({
    method: 'DELETE',
    url: '/api/people/:personId/sessions',
    config: { access: 'change-people' },
    schema: { params: personParams, response: answers(endedSchema) },
    handler: (request) => endSessionsOf(seatOf(request), request.params.personId),
  });
  addKeyRoutes(server);
  addTeamRoutes(server);
  addInvitationRoutes(server, web);
  addJoiningRoutes(server, web, limits);
}

function addKeyRoutes(server: WebServer): void {
  server.route({
    method: 'GET',
    url: '/api/people/keys',
    config: { access: 'see-people' },
    schema: { response: answers(z.object({ apiKeys: z.array(apiKeyOfPersonSchema) })) },
    handler: async (request) => ({ apiKeys: await listApiKeys(seatOf(request)) }),
  });
  server.route({
    method: 'DELETE',
    url: '/api/people/keys/:keyId',
    config: { access: 'change-people' },
    schema: { params: z.object({ keyId: idSchema }), response: answers(doneSchema) },
    handler: async (request) => {
      await revokeApiKey(seatOf(request), request.params.keyId);
      return DONE;
    },
  });
}

function addTeamRoutes(server: WebServer): void {
  server.route({
    method: 'GET',
    url: '/api/teams',
    config: { access: 'see-people' },
    schema: { response: answers(z.object({ teams: z.array(teamSchema) })) },
    handler: async (request) => ({ teams: await listTeams(seatOf(request)) }),
  });
  server.route({
    method: 'POST',
    url: '/api/teams',
    config: { access: 'change-people' },
    schema: { body: teamBodySchema, response: answers(teamSchema) },
    handler: (request) => addTeam(seatOf(request), request.body.name),
  });
  server.route({
    method: 'PATCH',
    url: '/api/teams/:teamId',
    config: { access: 'change-people' },
    schema: { params: teamParams, body: teamBodySchema, response: answers(teamSchema) },
    handler: (request) => renameTeam(seatOf(request), request.params.teamId, request.body.name),
  });
}

function addInvitationRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/invitations',
    config: { access: 'see-people' },
    schema: { response: answers(z.object({ invitations: z.array(invitationSchema) })) },
    handler: async (request) => ({ invitations: await listInvitations(seatOf(request)) }),
  });
  server.route({
    method: 'POST',
    url: '/api/invitations',
    config: { access: 'change-people', browsersOnly: true },
    schema: { body: invitationBodySchema, response: answers(madeInvitationSchema) },
    handler: (request) => invite(web, seatOf(request), request.body),
  });
  server.route({
    method: 'DELETE',
    url: '/api/invitations/:invitationId',
    config: { access: 'change-people' },
    schema: { params: invitationParams, response: answers(doneSchema) },
    handler: async (request) => {
      await withdrawInvitation(seatOf(request), request.params.invitationId);
      return DONE;
    },
  });
}

/** For whoever has the link; the token never stands in an address. */
function addJoiningRoutes(server: WebServer, web: Web, limits: RequestLimits): void {
  const config = { access: 'anybody', ...signInLimit(limits) } as const;
  server.route({
    method: 'POST',
    url: '/api/invitations/look',
    config,
    schema: { body: tokenBodySchema, response: answers(openInvitationSchema) },
    handler: (request) => readInvitation(web, request.body.token),
  });
  server.route({
    method: 'POST',
    url: '/api/invitations/accept',
    config,
    schema: { body: joinBodySchema, response: answers(doneSchema) },
    handler: async (request, reply) => {
      setCookies(reply, (await acceptInvitation(web, browserHeaders(request), request.body)).cookies);
      return DONE;
    },
  });
}
