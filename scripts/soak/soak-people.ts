import { setTimeout as pause } from 'node:timers/promises';
import { createTestClient, type TestClient } from '../../test/support/http/test-client.ts';
import type { SoakedComponent } from './soaked-component.ts';

const PASSWORD = 'une phrase assez longue';
const PATIENCE_MS = 120_000;

/** Who works during a soak; each is a browser that is signed in. */
export interface SoakPeople {
  readonly adviser: TestClient;
  readonly translator: TestClient;
  /** The same person at another server. */
  at(url: string): Promise<TestClient>;
}

/** Waits for a server that is being started. */
export async function waitUntilReady(url: string): Promise<void> {
  const latest = performance.now() + PATIENCE_MS;
  while (performance.now() < latest) {
    const isReady = await fetch(`${url}/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
    await pause(200);
  }
  throw new Error(`${url} is not ready`);
}

/** Sets the installation up by the link that the server printed, and has a translator of Spanish join. */
export async function joinSoak(server: SoakedComponent, url: string): Promise<SoakPeople> {
  const latest = performance.now() + PATIENCE_MS;
  let code: string | undefined;
  while (code === undefined && performance.now() < latest) {
    [, code] = /\/setup#([\w-]+)/.exec(server.said()) ?? [];
    await pause(200);
  }
  const email = 'adviser@example.org';
  const adviser = createTestClient(url);
  await answered(adviser.post('/api/setup', { code, name: 'A', email, password: PASSWORD, language: 'en' }));
  const { teams } = await answered(adviser.get('/api/teams'));
  const invited = { email: 'translator@example.org', role: 'translator', teamIds: [teams[0].id], language: 'fr' };
  const { link } = await answered(adviser.post('/api/invitations', invited));
  const translator = createTestClient(url);
  const token = String(link).split('#').at(-1);
  await answered(translator.post('/api/invitations/accept', { token, name: 'T', password: PASSWORD, language: 'fr' }));
  const { id } = await answered(translator.get('/api/me'));
  const profile = {
    pairs: [{ from: 'es', to: 'fr' }],
    sworn: { court: 'Lyon', until: null },
    most: 200,
    absentUntil: null,
  };
  await answered(adviser.request('PUT', `/api/translators/${id}`, { body: profile }));
  return {
    ...{ adviser, translator },
    at: async (other) => {
      const client = createTestClient(other);
      await answered(client.post('/api/auth/sign-in', { email, password: PASSWORD }));
      return client;
    },
  };
}

/** What was answered; throws where it is a refusal. */
// biome-ignore lint/suspicious/noExplicitAny: answers of every kind are looked into, as in tests
export async function answered(asked: ReturnType<TestClient['get']>): Promise<any> {
  const { status, body } = await asked;
  if (status >= 400) throw new Error(`answered ${status} ${JSON.stringify(body)?.slice(0, 200)}`);
  return body;
}
