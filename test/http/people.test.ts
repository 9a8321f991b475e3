import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FIRST_TEAM,
  PASSWORD,
  type SignedIn,
  startTestServer,
  type TestWebServer,
} from '../support/http/start-test-server.ts';

let server: TestWebServer;
let administrator: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.as('administrator');
});
afterAll(() => server?.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('invitations', () => {
  const invite = (email: string) =>
    administrator.post('/api/invitations', { email, role: 'translator', teamIds: [FIRST_TEAM], language: 'en' });
  const tokenOf = (link: string) => link.split('#')[1] ?? '';
  const joining = (token: string) => ({ token, name: 'Noor', password: PASSWORD, language: 'en' });

  it('let somebody in by a link, once, in the role and teams they were invited to', async () => {
    const { body: made } = await invite('Noor@example.org');
    expect(made.link).toMatch(/\/join#[\w-]{43}$/);
    const { body: open } = await administrator.get('/api/invitations');
    expect(open.invitations).toMatchObject([{ email: 'noor@example.org', role: 'translator' }]);
    expect(JSON.stringify(open)).not.toContain(tokenOf(made.link));

    const guest = server.client();
    const token = tokenOf(made.link);
    expect((await guest.post('/api/invitations/look', { token })).body).toMatchObject({ email: 'noor@example.org' });
    const both = await Promise.all([1, 2].map(() => guest.post('/api/invitations/accept', joining(token))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await guest.get('/api/me')).body).toMatchObject({ name: 'Noor', role: 'translator', language: 'en' });
    expect((await guest.post('/api/invitations/look', { token })).body.error.code).toBe('invitation-over');
    expect((await administrator.get('/api/invitations')).body.invitations).toEqual([]);
    expect((await invite('noor@example.org')).body.error.code).toBe('address-known');
  });

  it('are over when they are withdrawn, replaced, or too old', async () => {
    const { body: one } = await invite('b@example.org');
    const { body: two } = await invite('b@example.org');
    const look = (link: string) => server.client().post('/api/invitations/look', { token: tokenOf(link) });
    expect((await look(one.link)).body.error.code).toBe('invitation-over');
    expect((await look(two.link)).status).toBe(200);
    expect((await administrator.delete(`/api/invitations/${two.id}`)).body).toEqual({ done: true });
    expect((await look(two.link)).status).toBe(410);
    expect((await administrator.delete(`/api/invitations/${two.id}`)).status).toBe(404);

    const { body: three } = await invite('c@example.org');
    const past = new Date(Date.now() - 1000);
    await server.keeping.db.updateTable('invitations').set({ expires_at: past }).where('id', '=', three.id).execute();
    expect((await server.client().post('/api/invitations/accept', joining(tokenOf(three.link)))).status).toBe(410);
  });
});

describe('people', () => {
  it('get another role at once, and never lose their last administrator', async () => {
    const someone = await server.as('adviser');
    expect((await someone.get('/api/people')).status).toBe(403);
    const changed = await administrator.patch(`/api/people/${someone.personId}`, { role: 'administrator' });
    expect(changed.body).toMatchObject({ role: 'administrator', isBlocked: false });
    const { body } = await someone.get('/api/people');
    for (const { id } of body.people.filter(({ role }: { role: string }) => role === 'administrator'))
      if (id !== someone.personId) await someone.patch(`/api/people/${id}`, { role: 'adviser' });
    for (const changes of [{ role: 'operator' }, { isBlocked: true }]) {
      const last = await someone.patch(`/api/people/${someone.personId}`, changes);
      expect([last.status, last.body.error.code]).toEqual([409, 'last-administrator']);
    }
    await someone.patch(`/api/people/${administrator.personId}`, { role: 'administrator' });
  });

  it('are put into teams that are there', async () => {
    const someone = await server.as('adviser');
    const { body: team } = await administrator.post('/api/teams', { name: 'Marseille' });
    await administrator.patch(`/api/people/${someone.personId}`, { teamIds: [team.id] });
    expect((await someone.get('/api/me')).body.teams).toEqual([{ id: team.id, name: 'Marseille' }]);
    const missing = { teamIds: ['33333333-3333-4333-8333-333333333333'] };
    expect((await administrator.patch(`/api/people/${someone.personId}`, missing)).status).toBe(404);
    expect((await someone.get('/api/me')).body.teams).toHaveLength(1);
    expect((await administrator.post('/api/teams', { name: 'Marseille' })).body.error.code).toBe('team-name-taken');
    expect((await administrator.patch(`/api/teams/${FIRST_TEAM}`, { name: 'Marseille' })).status).toBe(409);
  });
});

describe('my account', () => {
  it('has my name and language, and my sessions', async () => {
    const me = await server.as('adviser');
    expect((await me.patch('/api/me', { name: ' Aïcha ', language: 'fr' })).body).toMatchObject({
      ...{ name: 'Aïcha', language: 'fr' },
    });
    expect((await me.patch('/api/me', { role: 'administrator' })).body.role).toBe('adviser');
    await server.signIn(me.email);
    const { body } = await me.get('/api/me/sessions');
    expect(body.sessions.map(({ isThis }: { isThis: boolean }) => isThis).sort()).toEqual([false, true]);
    expect((await me.delete('/api/me/sessions')).body).toEqual({ ended: 1 });
    expect((await me.get('/api/me/sessions')).body.sessions).toHaveLength(1);
  });

  it('takes no name that can not be kept', async () => {
    const client = await server.as('adviser');
    for (const name of ['Noor\u0000', 'No\nor', '   '])
      expect((await client.patch('/api/me', { name })).status, name).toBe(400);
  });

  it('has keys that are shown once, may what I may or less, and end', async () => {
    const me = await server.as('adviser');
    const { body: made } = await me.post('/api/api-keys', { name: 'script', rights: 'reading', until: inDays(30) });
    expect(made.key).toMatch(/^liasse_[\w-]{43}$/);
    const program = server.client(made.key);
    expect((await program.get('/api/me')).body).toMatchObject({ id: me.personId });
    expect((await program.get('/api/me')).body.may).not.toContain('open-cases');
    expect((await program.post('/api/cases', { name: 'x' })).body.error.code).toBe('key-not-allowed');
    expect((await program.get('/api/people')).body.error.code).toBe('not-allowed');
    const { body: listed } = await me.get('/api/api-keys');
    expect(listed.apiKeys[0].lastUsedAt).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(made.key);

    await me.delete(`/api/api-keys/${made.id}`);
    expect((await program.get('/api/me')).status).toBe(401);
    for (const until of [inDays(-1), inDays(400)])
      expect((await me.post('/api/api-keys', { name: 'k', rights: 'all', until })).body.error.code).toBe(
        'end-date-wrong',
      );

    const { body: other } = await me.post('/api/api-keys', { name: 'k', rights: 'all', until: inDays(1) });
    expect((await server.client(other.key).post('/api/cases', { name: 'by key' })).status).toBe(200);
    await administrator.patch(`/api/people/${me.personId}`, { isBlocked: true });
    expect((await server.client(other.key).get('/api/me')).status).toBe(401);
    expect((await server.client('liasse_made-up-made-up-made-up').get('/api/me')).status).toBe(401);
  });
});

describe('what administrators look after', () => {
  it('is the keys of everybody, which they can revoke', async () => {
    const someone = await server.as('adviser');
    const { body: made } = await someone.post('/api/api-keys', { name: 'script', rights: 'all', until: inDays(3) });
    const { body } = await administrator.get('/api/people/keys');
    expect(body.apiKeys).toContainEqual(
      expect.objectContaining({ id: made.id, personId: someone.personId, name: 'script' }),
    );
    expect(JSON.stringify(body)).not.toContain(made.key);
    expect((await administrator.delete(`/api/people/keys/${made.id}`)).status).toBe(200);
    expect((await server.client(made.key).get('/api/me')).status).toBe(401);
    expect((await administrator.delete(`/api/people/keys/${made.id}`)).status).toBe(404);
  });

  it('is whose case a case is: it can be given to another team, by an adviser only to one of theirs', async () => {
    const { body: team } = await administrator.post('/api/teams', { name: 'Toulouse' });
    const [here, both] = [await server.as('adviser'), await server.as('adviser', [FIRST_TEAM, team.id])];
    const { body: made } = await here.post('/api/cases', { name: 'moving' });
    expect((await here.patch(`/api/cases/${made.id}`, { teamId: team.id })).status).toBe(404);
    expect((await both.patch(`/api/cases/${made.id}`, { teamId: team.id })).body.teamId).toBe(team.id);
    expect((await here.get(`/api/cases/${made.id}`)).status).toBe(404);
    const back = await administrator.patch(`/api/cases/${made.id}`, { teamId: FIRST_TEAM, state: 'closed' });
    expect(back.body).toMatchObject({ teamId: FIRST_TEAM, state: 'closed' });
    const { body } = await administrator.get(`/api/audit?action=case-moved&subject=${made.id}`);
    expect(body.entries.map(({ actor }: { actor: string }) => actor)).toEqual([administrator.personId, both.personId]);
  });
});
