import type { AddressInfo } from 'node:net';
import { join as joinPath } from 'node:path';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import type { OperatorView } from '#app/operator-view.ts';
import { openWeb, type Web } from '#app/web/open-web.ts';
import { makeToken } from '#app/web/secret-token.ts';
import type { DeliverOptions } from '#app/web/webhooks/deliver-webhooks.ts';
import { DEFAULT_LIMITS, type Limits } from '#domain/limits.ts';
import type { Role } from '#domain/permissions.ts';
import { REQUEST_LIMITS, type RequestLimits } from '#http/add-limits.ts';
import { createServer } from '#http/create-server.ts';
import type { DeclaredRoute } from '#http/guard/access.ts';
import type { TelemetryEvent } from '#ports/telemetry.ts';
import { keepingOf } from '../keeping-of.ts';
import { createTestClient, type TestClient } from './test-client.ts';

export const PASSWORD = 'une phrase assez longue';
/** The team that the installation has from the beginning, and in which everybody is who is asked for by role. */
export const FIRST_TEAM = '00000000-0000-4000-8000-000000000001';

/** Somebody who is signed in. */
export interface SignedIn extends TestClient {
  readonly personId: string;
  readonly email: string;
}

export interface TestWebServer {
  readonly url: string;
  readonly web: Web;
  /** Where all that is kept lies. */
  readonly home: string;
  readonly keeping: Keeping;
  readonly routes: readonly DeclaredRoute[];
  /** What failed unexpectedly. */
  readonly failures: readonly unknown[];
  /** Nobody in particular. */
  client(key?: string): TestClient;
  /** A new person of that role, in the first team or others, signed in. */
  as(role: Role, teamIds?: readonly string[]): Promise<SignedIn>;
  /** Signs in once more. */
  /** What telemetry was told. */
  readonly told: readonly TelemetryEvent[];
  signIn(email: string): Promise<TestClient>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** False: there is no administrator yet. */
  readonly isSetUp?: boolean;
  readonly limits?: RequestLimits;
  readonly heartbeatMs?: number;
  readonly pageFolder?: string;
  readonly publicUrl?: string;
  readonly fileLimits?: Partial<Limits>;
  readonly delivering?: DeliverOptions;
}

/** A real server on a real embedded database in a new folder. One a test file: the database takes seconds to be made. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestWebServer> {
  const {
    isSetUp = true,
    limits,
    heartbeatMs,
    pageFolder = '/nowhere',
    publicUrl = 'http://127.0.0.1',
    delivering,
  } = options;
  const kept = await keepingOf();
  const { keeping } = kept;
  const uploads = {
    folder: joinPath(kept.home, 'uploads'),
    limits: { ...DEFAULT_LIMITS, ...options.fileLimits },
    mostUnfinished: 20,
  };
  const exportsFolder = joinPath(kept.home, 'exports');
  const told: TelemetryEvent[] = [];
  const telemetry = { tell: (event: TelemetryEvent) => void told.push(event) };
  const settings = { publicUrl, pipelineId: 'humanitarian-permit', uploads, exportsFolder, telemetry };
  const web = await openWeb(keeping, settings, delivering);
  const failures: unknown[] = [];
  const { server, routes } = await createServer({
    ...{ web, view: viewOf(failures), pageFolder },
    // All tests come from one address.
    limits: limits ?? { ...REQUEST_LIMITS, signInsPerMinute: 10_000 },
    ...(heartbeatMs === undefined ? {} : { heartbeatMs }),
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${portOf(server.server.address())}`;
  const passwordHash = await web.signIn.hashPassword(PASSWORD);
  if (isSetUp) await setUp(keeping, passwordHash);

  const signIn = async (email: string): Promise<TestClient> => {
    const client = createTestClient(url);
    const { status } = await client.post('/api/auth/sign-in', { email, password: PASSWORD });
    if (status !== 200) throw new Error(`sign-in answered ${status}`);
    return client;
  };
  let people = 0;
  return {
    ...{ url, web, home: kept.home, keeping, routes, failures, told, signIn },
    client: (key) => createTestClient(url, key),
    as: async (role, teamIds = [FIRST_TEAM]) => {
      people += 1;
      const email = `${role}-${people}@example.org`;
      const personId = await join(keeping, { email, role, teamIds, passwordHash });
      return { ...(await signIn(email)), personId, email };
    },
    close: async () => {
      await server.close();
      await web.close();
      await kept.close();
    },
  };
}

async function setUp({ people }: Keeping, passwordHash: string): Promise<void> {
  const { hash } = makeToken();
  await people.addSetupCode(hash);
  const first = { name: 'First', email: 'first@example.org', language: 'fr', passwordHash } as const;
  await people.setUp(hash, first, undefined);
}

async function join(
  { invitations }: Keeping,
  {
    email,
    role,
    teamIds,
    passwordHash,
  }: { email: string; role: Role; teamIds: readonly string[]; passwordHash: string },
): Promise<string> {
  const { hash } = makeToken();
  await invitations.add({ email, role, teamIds, language: 'en', expiresAt: new Date(Date.now() + 60_000) }, hash);
  return (await invitations.accept(hash, { name: `A ${role}`, language: 'en', passwordHash })).id;
}

/** All is well, and what is not is noted. */
function viewOf(failures: unknown[]): OperatorView {
  const part = { status: 'ok', code: null, ms: 1 } as const;
  return {
    health: () =>
      Promise.resolve({
        status: 'ok',
        checks: { database: part, blobs: part, queue: part, work: null, lastWork: { at: null } },
      }),
    isReady: () => Promise.resolve(true),
    metrics: () => Promise.resolve({ contentType: 'text/plain; version=0.0.4', text: 'liasse_build_info 1\n' }),
    doctor: () => Promise.resolve([]),
    telemetry: { tell: () => undefined },
    onFailure: (thrown) => {
      failures.push(thrown);
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
