import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPart, partCipher } from '#adapters/uploads/part-cipher.ts';
import { createUploadNotes } from '#adapters/uploads/upload-notes.ts';
import { createUploads } from '#app/web/uploads/create-uploads.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import { telemetryEventSchema } from '#ports/telemetry.ts';
import { FIRST_TEAM, type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import type { Answer, TestClient } from '../support/http/test-client.ts';

const DAY_MS = 86_400_000;
let server: TestWebServer;
let adviser: SignedIn;
let caseId: string;
let folder: string;
beforeAll(async () => {
  server = await startTestServer({ fileLimits: { fileBytes: 100_000 } });
  folder = join(server.home, 'uploads');
  adviser = await server.as('adviser');
  caseId = (await adviser.post('/api/cases', { name: 'dossier' })).body.id;
});
afterAll(() => server?.close());

interface Announced {
  readonly name?: string;
  readonly relativePath?: string;
  readonly into?: string;
  readonly fingerprint?: string;
}

const base64 = (value: string): string => Buffer.from(value, 'utf8').toString('base64');

function announce(
  sizeBytes: number,
  { name = 'scan.txt', relativePath, into = caseId, fingerprint }: Announced = {},
  client: TestClient = adviser,
): Promise<Answer> {
  const path = relativePath === undefined ? '' : `,relativePath ${base64(relativePath)}`;
  const known = fingerprint === undefined ? '' : `,fingerprint ${base64(fingerprint)}`;
  return client.request('POST', '/api/uploads', {
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(sizeBytes),
      'upload-metadata': `caseId ${base64(into)},name ${base64(name)}${path}${known}`,
    },
  });
}

async function begin(sizeBytes: number, announced: Announced = {}): Promise<string> {
  const { status, headers } = await announce(sizeBytes, announced);
  expect(status).toBe(201);
  return headers.get('location') ?? '';
}

function patch(url: string, bytes: string, offset: number, client: TestClient = adviser): Promise<Answer> {
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  };
  return client.request('PATCH', url, { body: bytes, headers });
}

const head = (url: string): Promise<Answer> => adviser.request('HEAD', url, { headers: { 'tus-resumable': '1.0.0' } });

async function send(text: string, announced: Announced = {}): Promise<Answer> {
  return patch(await begin(Buffer.byteLength(text), announced), text, 0);
}

/** The bytes of a request break off in the middle, as a line does, or a server that is killed. */
async function breakOff(url: string, text: string, wholeBytes: number): Promise<void> {
  const broken = httpRequest(`${server.url}${url}`, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': String(wholeBytes),
      origin: server.url,
      cookie: [...adviser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
  broken.on('error', () => undefined);
  broken.write(text);
  await until(async () => Number((await lookAt(url)) ?? 0) >= text.length);
  const closed = new Promise((resolve) => broken.once('close', resolve));
  broken.destroy();
  await closed;
}

async function lookAt(url: string): Promise<number | undefined> {
  const bytes = await readFile(join(folder, `${url.split('/').at(-1)}.part`)).catch(() => undefined);
  return bytes?.length;
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!(await isDone())) {
    if (performance.now() > deadline) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('an upload', () => {
  it('is received with its last byte, and the answer is the receipt', async () => {
    const { status, body } = await send('Attestation de domicile', {
      name: 'attestation.txt',
      relativePath: 'logement/attestation.txt',
    });
    expect(status).toBe(200);
    expect(body.files).toMatchObject([
      { name: 'logement/attestation.txt', state: 'waiting', mediaType: 'text/plain', via: 'upload', copyOf: null },
    ]);
    expect((await adviser.get(`/api/cases/${caseId}`)).body.files).toMatchObject({ received: 1, waiting: 1 });
  });

  it('is told to telemetry in counts and codes, without a name', async () => {
    const before = server.told.length;
    await send('Bulletin de paie de Mme Diallo', { name: 'Diallo.txt' });
    await send('%PDF-1.7 Diallo', { name: 'Diallo.pdf' });
    expect((await announce(1e9, { name: 'Diallo.txt' })).body.error.code).toBe('file-too-large');
    const told = server.told.slice(before);
    for (const event of told) telemetryEventSchema.parse(event);
    expect(JSON.stringify(told)).not.toContain('Diallo');
    expect(told.filter(({ event }) => event === 'file-received')).toHaveLength(2);
    expect(told.filter(({ event }) => event === 'upload-received')).toEqual([
      expect.objectContaining({ files: 1, rejected: 0, kilobytes: 1 }),
      expect.objectContaining({ files: 1, kilobytes: 1 }),
    ]);
    expect(told.at(-1)).toEqual({ event: 'upload-refused', code: 'file-too-large' });
  });

  it('goes on where a broken line left it', async () => {
    const text = 'Bulletin de paie, septembre 2026. Salaire net 1 412,55 euros.';
    const url = await begin(Buffer.byteLength(text));
    await breakOff(url, text.slice(0, 20), Buffer.byteLength(text));
    const { status, headers } = await head(url);
    expect([status, headers.get('upload-offset'), headers.get('upload-length')]).toEqual([
      200,
      '20',
      String(text.length),
    ]);
    const { body } = await patch(url, text.slice(20), 20);
    expect(body.files).toMatchObject([{ state: 'waiting', sizeBytes: text.length }]);
    const { sha256 } = (await server.keeping.files.find(body.files[0].id)) ?? {};
    expect(Buffer.from(await server.keeping.originals.read(sha256 ?? '')).toString()).toBe(text);
  });

  it('refuses bytes for another place than where it stopped, and keeps what it has', async () => {
    const url = await begin(10);
    await patch(url, 'abcde', 0);
    const wrong = await patch(url, 'abcde', 3);
    expect([wrong.status, wrong.body.error.code]).toEqual([409, 'upload-offset-wrong']);
    const tooMany = await patch(url, 'abcdefgh', 5);
    expect([tooMany.status, tooMany.body.error.code]).toEqual([413, 'file-too-large']);
    expect((await head(url)).headers.get('upload-offset')).toBe('5');
    const early = await adviser.get(url);
    expect([early.status, early.body.error.code]).toEqual([409, 'upload-unfinished']);
  });

  it('is told of again, however often it is asked for', async () => {
    const text = 'Certificat de scolarité';
    const url = await begin(Buffer.byteLength(text));
    const first = await patch(url, text, 0);
    expect((await head(url)).headers.get('upload-offset')).toBe(String(Buffer.byteLength(text)));
    expect((await adviser.get(url)).body).toEqual(first.body);
    expect(await lookAt(url)).toBeUndefined();
    const again = await patch(url, text, 0);
    expect([again.status, again.body.error.code]).toEqual([409, 'upload-offset-wrong']);
  });

  it('is received once when the server was killed after it was received and before it could say so', async () => {
    const text = 'Ordonnance du docteur';
    const url = await begin(Buffer.byteLength(text), { name: 'ordonnance.txt' });
    const id = url.split('/').at(-1) ?? '';
    const notes = createUploadNotes(folder, server.keeping.vault);
    const before = await notes.find(id);
    if (before === undefined) throw new Error('no note');
    const receivingSince = await server.keeping.files.moment();
    const { body } = await patch(url, text, 0);
    // What lies on the disk in that moment.
    await notes.keep(id, { ...before, receivingSince });
    const cipher = partCipher(Buffer.from(before.key, 'base64'), 0);
    await writeFile(join(folder, `${id}.part`), Buffer.concat([cipher.update(text), cipher.final()]));
    expect((await adviser.get(url)).body.files).toMatchObject([{ id: body.files[0].id, state: 'waiting' }]);
  });

  it('is received by the next start when the server was killed before it could be', async () => {
    const text = 'Jugement du tribunal';
    const url = await begin(Buffer.byteLength(text), { name: 'jugement.txt' });
    const id = url.split('/').at(-1) ?? '';
    const notes = createUploadNotes(folder, server.keeping.vault);
    const { key = '' } = (await notes.find(id)) ?? {};
    const cipher = partCipher(Buffer.from(key, 'base64'), 0);
    await writeFile(join(folder, `${id}.part`), Buffer.concat([cipher.update(text), cipher.final()]));
    await server.web.uploads.tidy();
    expect((await notes.find(id))?.fileIds).toHaveLength(1);
    expect((await adviser.get(url)).body.files).toMatchObject([{ name: 'jugement.txt', state: 'waiting' }]);
  });

  it('says of which file it is a copy', async () => {
    await send('Avis d’impôt 2025', { name: 'impots.txt' });
    const { body } = await send('Avis d’impôt 2025', { name: 'impots (1).txt' });
    expect(body.files).toMatchObject([{ state: 'waiting', copyOf: 'impots.txt' }]);
    // The very same file once more is no paper of its own.
    const { body: twin } = await send('Avis d’impôt 2025', { name: 'impots.txt' });
    expect(twin.files).toMatchObject([{ state: 'duplicate', name: 'impots.txt' }]);
  });

  it('says why a file is rejected and what to do', async () => {
    const empty = await announce(0, { name: 'vide.txt' });
    expect(empty.body.files).toMatchObject([{ state: 'rejected', failure: { code: 'empty-file' }, canRetry: false }]);
    // By its bytes, whatever it is called.
    const { body } = await send('PK\u0003\u0004 and then nothing', { name: 'passeport.pdf' });
    expect(body.files).toMatchObject([{ state: 'rejected', failure: { code: 'damaged-archive' }, canRetry: false }]);
    expect(body.files[0].failure.message.fr).toContain('un par un');
  });

  it('is listed with what is there of it, until it is received', async () => {
    const { id: into } = (await adviser.post('/api/cases', { name: 'reloaded' })).body;
    const url = await begin(10, { into, name: 'a.txt', fingerprint: 'f1' });
    await patch(url, 'abc', 0);
    const listed = () => adviser.get(`/api/cases/${into}/uploads`);
    expect((await listed()).body.uploads).toEqual([
      { id: url.split('/').at(-1), name: 'a.txt', sizeBytes: 10, offset: 3, fingerprint: 'f1' },
    ]);
    expect((await adviser.get(`/api/cases/${caseId}/uploads`)).body.uploads).not.toContainEqual(
      expect.objectContaining({ fingerprint: 'f1' }),
    );
    expect((await (await server.as('adviser')).get(`/api/cases/${into}/uploads`)).body.uploads).toEqual([]);
    await patch(url, 'defghij', 3);
    expect((await listed()).body.uploads).toEqual([]);
  });

  it('can be given up', async () => {
    const url = await begin(10);
    await patch(url, 'abc', 0);
    const given = await adviser.request('DELETE', url, { headers: { 'tus-resumable': '1.0.0' } });
    expect(given.status).toBe(204);
    expect((await head(url)).status).toBe(404);
    expect(await lookAt(url)).toBeUndefined();
  });
});

describe('uploads are not', () => {
  it('begun into a case of another team, or of nobody', async () => {
    const { id: teamId } = await server.keeping.teams.add('Nantes');
    const theirs = (await server.keeping.caseFigures.open('theirs', teamId)).id;
    for (const into of [theirs, '33333333-3333-4333-8333-333333333333']) {
      const { status, body } = await announce(10, { into });
      expect([status, body.error.code]).toEqual([404, 'not-found']);
    }
    expect((await announce(10, { into: '../x' })).body.error.code).toBe('wrong-request');
  });

  it('somebody else’s to see, go on with or give up, not even a colleague’s', async () => {
    const url = await begin(10);
    const colleague = await server.as('adviser');
    for (const method of ['HEAD', 'DELETE', 'GET']) {
      const { status } = await colleague.request(method, url, { headers: { 'tus-resumable': '1.0.0' } });
      expect([method, status]).toEqual([method, 404]);
    }
    expect((await patch(url, 'abc', 0, colleague)).status).toBe(404);
    expect((await head(url)).headers.get('upload-offset')).toBe('0');
  });

  it('gone on with by somebody who left the team meanwhile', async () => {
    const leaver = await server.as('adviser');
    const { headers } = await announce(10, {}, leaver);
    const url = headers.get('location') ?? '';
    await server.keeping.people.change(leaver.personId, { teamIds: [] });
    expect((await patch(url, 'abc', 0, leaver)).status).toBe(404);
  });

  it('larger than allowed, which is said before a byte is sent', async () => {
    const { status, body } = await announce(100_001);
    expect([status, body.error.code]).toEqual([413, 'file-too-large']);
    expect(body.error.message.fr).toContain('plusieurs parties');
  });

  it('named by a path, a control character, or as if they were inside an archive', async () => {
    const names = [
      '../../etc/passwd',
      '/etc/shadow',
      'C:\\Users\\x\\scan.txt',
      'dossier.zip!/paie.txt',
      'a\u202etxt.exe\u0000',
    ];
    const kept: string[] = [];
    for (const name of names)
      kept.push((await send(`content of ${name}`, { name: 'x', relativePath: name })).body.files[0].name);
    expect(kept).toEqual(['etc/passwd', 'etc/shadow', 'Users/x/scan.txt', 'dossier.zip/paie.txt', 'atxt.exe']);
    const { status } = await head('/api/uploads/..%2f..%2fdatabase');
    expect(status).toBe(404);
  });

  it('readable on the disk while they are under way', async () => {
    const url = await begin(60, { name: 'Aïssatou Diallo.txt' });
    await patch(url, 'Violences conjugales', 0);
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name), 'latin1');
      expect(bytes.includes('Violences') || bytes.includes('Diallo')).toBe(false);
    }
  });

  it('kept for longer than two days when nobody goes on with them', async () => {
    const [old, fresh] = [await begin(10), await begin(10)];
    const path = join(folder, `${old.split('/').at(-1)}.part`);
    const past = new Date(Date.now() - 2.1 * DAY_MS);
    await utimes(path, past, past);
    await server.web.uploads.tidy();
    expect([(await head(old)).status, (await head(fresh)).status]).toEqual([404, 200]);
    await server.web.uploads.tidy(new Date(Date.now() + 3 * DAY_MS));
    expect(await readdir(folder)).toEqual([]);
  });

  it('kept when their case was purged', async () => {
    const { id: into } = (await adviser.post('/api/cases', { name: 'to purge' })).body;
    const url = await begin(10, { into });
    await server.keeping.db.deleteFrom('cases').where('id', '=', into).execute();
    expect((await patch(url, 'abcdefghij', 0)).status).toBe(404);
    await server.web.uploads.tidy();
    expect(await lookAt(url)).toBeUndefined();
  });
});

describe('a person', () => {
  it('has so many unfinished uploads and no more, also after a restart', async () => {
    const busy = await server.as('adviser');
    const urls: string[] = [];
    for (let count = 0; count < 20; count += 1) urls.push((await announce(10, {}, busy)).headers.get('location') ?? '');
    const refused = await announce(10, {}, busy);
    expect([refused.status, refused.body.error.code]).toEqual([429, 'too-many-uploads']);
    const restarted = createUploads(
      { folder, limits: DEFAULT_LIMITS, mostUnfinished: 20 },
      ...([server.keeping, () => Promise.resolve(undefined)] as const),
    );
    const principal = { personId: busy.personId, role: 'adviser', language: 'fr', by: { sessionId: '' } } as const;
    const seat = server.web.seatOf({ ...principal, teamIds: [FIRST_TEAM] });
    const asked = new Request('http://liasse/api/uploads', { method: 'POST' });
    await expect(restarted.begin(seat, { caseId, name: 'a', sizeBytes: 1 }, asked)).rejects.toMatchObject({
      code: 'too-many-uploads',
    });
    await restarted.close();
    await patch(urls[0] ?? '', 'abcdefghij', 0, busy);
    expect((await announce(10, {}, busy)).status).toBe(201);
  });
});

describe('a file in one piece', () => {
  it('comes in for a script with a key, under the name that its header gives', async () => {
    const until = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
    const { body: made } = await adviser.post('/api/api-keys', { name: 'k', rights: 'all', until });
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('école.txt') };
    const { status, body } = await server
      .client(made.key)
      .request('POST', `/api/cases/${caseId}/files`, { headers, body: 'Certificat de scolarité 2026' });
    expect([status, body.files[0].name, body.files[0].state]).toEqual([200, 'école.txt', 'waiting']);
  });

  it('is in the ledger also when it is larger than allowed', async () => {
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'film.mp4' };
    const { body } = await adviser.request('POST', `/api/cases/${caseId}/files`, {
      headers,
      body: 'x'.repeat(100_001),
    });
    expect(body.files).toMatchObject([{ name: 'film.mp4', state: 'rejected', failure: { code: 'file-too-large' } }]);
  });

  it('can be tried again when reading it was given up, and not otherwise', async () => {
    const { body } = await send('Récépissé de demande', { name: 'récépissé.txt' });
    const [{ id }] = body.files;
    expect((await adviser.post(`/api/files/${id}/retry`)).body.error.code).toBe('not-failed');
    const claimed = await server.keeping.work.find('file', id);
    await server.keeping.work.claimOne(claimed?.id ?? '', 'a worker', 60_000);
    await server.keeping.work.bury(claimed?.id ?? '', 'a worker', { code: 'page-timeout' });
    const files = (await adviser.get(`/api/cases/${caseId}/files`)).body.files;
    expect(files.find((file: { id: string }) => file.id === id)).toMatchObject({
      ...{ canRetry: true, failure: { code: 'page-timeout' } },
    });
    expect((await adviser.post(`/api/files/${id}/retry`)).body).toMatchObject({ canRetry: false, failure: null });
    expect((await server.keeping.work.find('file', id))?.state).toBe('ready');
  });
});

describe('the cipher of parts', () => {
  it('gives the same bytes however they were cut', () => {
    const key = Buffer.alloc(32, 7);
    const plain = Buffer.from('a'.repeat(15) + 'b'.repeat(40));
    const cuts = [0, 1, 15, 16, 17, 40, plain.length];
    const sealed = cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? 0;
      return partCipher(key, from).update(plain.subarray(from, to));
    });
    expect(Buffer.from(openPart(key, Buffer.concat(sealed)))).toEqual(plain);
  });
});
