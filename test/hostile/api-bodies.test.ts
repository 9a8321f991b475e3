import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUZZ_TIMEOUT_MS, fuzz } from '../support/hostile/fuzz.ts';
import { hostileText } from '../support/hostile/hostile-text.ts';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';

const UNKNOWN = '22222222-2222-4222-8222-222222222222';
let server: TestWebServer;
let person: SignedIn;
beforeAll(async () => {
  const pageFolder = await mkdtemp(join(tmpdir(), 'liasse-page-'));
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html>');
  server = await startTestServer({ pageFolder, limits: { perMinute: 1e9, signInsPerMinute: 1e9 } });
  person = await server.as('administrator');
});
afterAll(() => server.close());

/** Whoever is signed out by a request, or the whole team's sign-in, is no test of parsing. */
const LEFT_OUT = /\/sign-out|\/sessions|\/events|\/auth\/password|\/auth\/sign-in|second-code|invitations\/accept/;
const json = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom('name', 'state', 'words', 'role', 'email', 'language', 'teamIds', '__proto__', 'constructor'),
    fc.oneof(hostileText, fc.jsonValue()),
  ),
);
const bodies = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  hostileText,
  fc.constant('['.repeat(100_000)),
  fc.constant('{"name":'.repeat(5_000)),
  fc.constant('{"__proto__":{"isAdmin":true},"name":"a"}'),
);

describe('whatever is sent to the API', () => {
  it(
    'is answered in its own words: never by a fault, and no sooner than it is understood',
    async () => {
      const routes = server.routes.filter(({ method, url }) => /POST|PATCH|PUT/.test(method) && !LEFT_OUT.test(url));
      expect(routes.length).toBeGreaterThan(5);
      await fuzz(fc.tuple(fc.constantFrom(...routes), bodies), async ([{ method, url }, body]) => {
        const { status, body: answer } = await person.request(method, url.replace(/:\w+/g, UNKNOWN), {
          body: body === '' ? ' ' : body,
        });
        expect(status, `${method} ${url} ${body.slice(0, 200)} ${JSON.stringify(answer)}`).toBeLessThan(500);
        if (status >= 400) expect(answer.error.message.fr).not.toBe('');
      });
      expect(server.failures).toEqual([]);
      expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'in an address too',
    async () => {
      const routes = server.routes.filter(({ method, url }) => method === 'GET' && !LEFT_OUT.test(url));
      const words = fc.tuple(
        fc.constantFrom(...routes),
        hostileText.map((text) => text.toWellFormed().slice(0, 500)),
      );
      await fuzz(words, async ([{ url }, text]) => {
        const path = `${url.replace(/:\w+/g, encodeURIComponent(text)).replace(/\*$/, encodeURIComponent(text))}?after=${encodeURIComponent(text)}&limit=${encodeURIComponent(text)}`;
        const { status, headers } = await person.get(path);
        expect(status, path).toBeLessThan(500);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
      });
      expect(server.failures).toEqual([]);
    },
    FUZZ_TIMEOUT_MS,
  );
});
