import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';

let server: TestWebServer;
let adviser: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  adviser = await server.as('adviser');
});
afterAll(() => server?.close());

it('what is known of the client is kept, replaced as a whole, and has the case judged again', async () => {
  const { id } = (await adviser.post('/api/cases', { name: 'facts' })).body;
  const put = (body: unknown) => adviser.request('PUT', `/api/cases/${id}/facts`, { body });
  expect((await adviser.get(`/api/cases/${id}/facts`)).body).toEqual({});
  const facts = { client: 'Selam HAGOS', entry: '2021-03', departement: '2A' };
  expect((await put(facts)).body).toEqual(facts);
  expect((await adviser.get(`/api/cases/${id}/facts`)).body).toEqual(facts);
  expect((await server.keeping.work.find('case', id))?.state).toBe('ready');
  expect((await put({ entry: 'in March' })).body.error).toMatchObject({ code: 'wrong-request', fields: ['entry'] });
  expect((await put({ client: 'Selam', shoeSize: '38' })).status).toBe(400);
  expect((await put({ client: 'Selam' })).body).toEqual({ client: 'Selam' });
});
