import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { type SignedIn, startTestServer, type TestWebServer } from '../../http/start-test-server.ts';
import { keptCase } from '../../kept-case.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { hostileText } from '../hostile-text.ts';
import { type JsonSchema, jsonOfSchema, jsonSchemaSchema } from '../json-of-schema.ts';
import { mutatedText } from '../mutated.ts';

const UNKNOWN = '22222222-2222-4222-8222-222222222222';
/** Whoever is signed out by a request, the whole team's sign-in, and a lesson that takes a minute and no body are no tests of parsing. */
const LEFT_OUT =
  /\/sign-out|\/sessions|\/events|\/auth\/password|\/auth\/sign-in|second-code|invitations\/accept|\/learn$/;

interface Asking {
  readonly server: TestWebServer;
  readonly person: SignedIn;
  /** An address with the ids of what there is, where there is something. */
  address(url: string): string;
  close(): Promise<void>;
}

/** A server, somebody who may do everything, a case with a paper in it. */
async function startAsking(): Promise<Asking> {
  const pageFolder = await mkdtemp(join(tmpdir(), 'liasse-page-'));
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html>');
  const server = await startTestServer({ pageFolder, limits: { perMinute: 1e9, signInsPerMinute: 1e9 } });
  const person = await server.as('administrator');
  const [receipt] = await keptCase(server.keeping, 'a case', { 'a.txt': 'Attestation' });
  const found = await server.keeping.cases.find('a case');
  const fileId = receipt?.fileId ?? UNKNOWN;
  const ids: Readonly<Record<string, string>> = {
    caseId: found?.id ?? UNKNOWN,
    fileId,
    documentId: `${fileId}:1`,
    paperId: `${fileId}:1`,
    documentKey: `${fileId}:1`,
  };
  return {
    server,
    person,
    address: (url) => url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? UNKNOWN)),
    close: async () => {
      await server.close();
      await rm(pageFolder, { recursive: true });
    },
  };
}

const describedSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        requestBody: z
          .object({ content: z.record(z.string(), z.object({ schema: jsonSchemaSchema.optional() })) })
          .optional(),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), jsonSchemaSchema).default({}) }),
});

/** Bodies as the API describes them in OpenAPI, by `METHOD url`. */
async function describedBodies(person: SignedIn): Promise<ReadonlyMap<string, fc.Arbitrary<unknown>>> {
  const { paths, components } = describedSchema.parse((await person.get('/api/openapi.json')).body);
  const bodies = new Map<string, fc.Arbitrary<unknown>>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { requestBody }] of Object.entries(methods)) {
      const schema: JsonSchema | undefined = requestBody?.content['application/json']?.schema;
      if (schema === undefined) continue;
      bodies.set(
        `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        jsonOfSchema(schema, components.schemas),
      );
    }
  return bodies;
}

const anyBody = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  hostileText,
  fc.constant('['.repeat(100_000)),
  fc.constant('{"name":'.repeat(5_000)),
  fc.constant('{"__proto__":{"isAdmin":true},"name":"a"}'),
);

/** Latin-1 without control characters: what a client can send at all. */
const headerValue = (text: string): string => text.replace(/[^\x20-\x7e\x80-\xff]/g, '?').slice(0, 3_000);
const metadata = (caseId: string): string =>
  Object.entries({ caseId, name: 'scan.pdf', relativePath: 'a/scan.pdf', fingerprint: 'f' })
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** What is sent to the server: answered in its own words, never by a fault. */
export const requestTargets: readonly FuzzTarget[] = [
  fuzzTarget(
    'bodies of every route of the API',
    async () => {
      const { server, person, address, close } = await startAsking();
      const described = await describedBodies(person);
      const routes = server.routes.filter(({ method, url }) => /POST|PATCH|PUT/.test(method) && !LEFT_OUT.test(url));
      ok(described.size > 10 && routes.length >= described.size / 2);
      return {
        input: fc.constantFrom(...routes).chain(({ method, url }) => {
          const right = described.get(`${method} ${url}`)?.map((body) => JSON.stringify(body) ?? '');
          const wrong = right?.chain((text) => mutatedText(text === '' ? '{}' : text)) ?? anyBody;
          return fc.record({
            method: fc.constant(method),
            url: fc.constant(url),
            isKnown: fc.boolean(),
            body: fc.oneof({ weight: 5, arbitrary: right ?? anyBody }, { weight: 2, arbitrary: wrong }, anyBody),
          });
        }),
        take: async ({ method, url, isKnown, body }) => {
          const path = isKnown ? address(url) : url.replace(/:\w+/g, UNKNOWN);
          const { status, body: answer } = await person.request(method, path, { body: body === '' ? ' ' : body });
          ok(status < 500, `${method} ${url} answered ${status} ${JSON.stringify(answer)}`);
          if (status >= 400) notEqual(answer.error.message.fr, '');
          deepEqual(server.failures, []);
          equal(Object.hasOwn(Object.prototype, 'isAdmin'), false);
        },
        close,
      };
    },
    { runs: 60 },
  ),
  fuzzTarget(
    'addresses and queries of the API',
    async () => {
      const { server, person, close } = await startAsking();
      const routes = server.routes.filter(({ method, url }) => method === 'GET' && !LEFT_OUT.test(url));
      return {
        input: fc.tuple(
          fc.constantFrom(...routes),
          fc
            .oneof(hostileText, mutatedText(UNKNOWN, `${UNKNOWN}:1`, '100', '2026-01-01'))
            .map((text) => text.toWellFormed().slice(0, 200)),
        ),
        take: async ([{ url }, text]) => {
          const said = encodeURIComponent(text);
          const path = `${url.replace(/:\w+/g, said).replace(/\*$/, said)}?after=${said}&limit=${said}&words=${said}&state=${said}`;
          const { status, headers } = await person.get(path);
          ok(status < 500, `${path} answered ${status}`);
          equal(headers.get('x-content-type-options'), 'nosniff');
          deepEqual(server.failures, []);
        },
        close,
      };
    },
    { runs: 60 },
  ),
  fuzzTarget(
    'headers of uploads (tus)',
    async () => {
      const { server, person, address, close } = await startAsking();
      const caseId = address(':caseId');
      return {
        input: fc.record({
          metadata: fc
            .oneof(mutatedText(metadata(caseId)), fc.constant(metadata(caseId)), hostileText)
            .map(headerValue),
          length: fc
            .oneof(mutatedText('12'), fc.constantFrom('12', '-1', '1e3', '99999999999999999999', '0'))
            .map(headerValue),
          offset: fc.oneof(fc.constant('0'), mutatedText('0')).map(headerValue),
          version: fc.oneof(fc.constant('1.0.0'), mutatedText('1.0.0')).map(headerValue),
          name: fc.oneof(hostileText, mutatedText('scan%20%C3%A9.pdf')).map(headerValue),
          bytes: fc.string({ maxLength: 40 }),
        }),
        take: async ({ metadata: said, length, offset, version, name, bytes }) => {
          const tus = { 'tus-resumable': version, 'upload-length': length, 'upload-metadata': said };
          const begun = await person.request('POST', '/api/uploads', { headers: tus });
          const place = begun.headers.get('location');
          const sent = {
            'tus-resumable': version,
            'upload-offset': offset,
            'content-type': 'application/offset+octet-stream',
          };
          const gone =
            place === null ? undefined : await person.request('PATCH', place, { headers: sent, body: bytes });
          const left =
            place === null
              ? undefined
              : await person.request('DELETE', place, { headers: { 'tus-resumable': '1.0.0' } });
          const whole = { 'content-type': 'application/octet-stream', 'x-file-name': name };
          // A case that is none: a name is read, and nothing more comes in each time.
          const one = await person.request('POST', `/api/cases/${UNKNOWN}/files`, { headers: whole, body: bytes });
          for (const answer of [begun, gone, left, one]) ok((answer?.status ?? 0) < 500, String(answer?.status));
          deepEqual(server.failures, []);
        },
        close,
      };
    },
    { runs: 30 },
  ),
];
