import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDeliveries } from '#app/web/webhooks/deliver-webhooks.ts';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import { keptCase } from '../support/kept-case.ts';

/** Somebody who is told: what came, and what it answers. */
interface Receiver {
  readonly url: string;
  readonly got: { readonly headers: IncomingMessage['headers']; readonly body: string; readonly path: string }[];
  answer: (response: ServerResponse) => void;
  close(): Promise<void>;
}

async function startReceiver(): Promise<Receiver> {
  const got: Receiver['got'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body, path: request.url ?? '' });
      receiver.answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${address.port}/hook`,
    got,
    answer: (response) => response.writeHead(204).end(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}

const good = (response: ServerResponse): void => void response.writeHead(204).end();
const TIMES = { everyMs: 50, timeoutMs: 1_000, allowedHosts: ['127.0.0.1'] };
let server: TestWebServer;
let boss: SignedIn;
let receiver: Receiver;
beforeAll(async () => {
  process.env['LIASSE_WEBHOOK_HOSTS'] = '127.0.0.1';
  receiver = await startReceiver();
  server = await startTestServer({ delivering: TIMES });
  boss = await server.as('administrator');
});
afterAll(async () => {
  delete process.env['LIASSE_WEBHOOK_HOSTS'];
  await server?.close();
  await receiver?.close();
});

const register = async (events: readonly string[], url = receiver.url) =>
  (await boss.post('/api/webhooks', { url, events })).body;
const deliveriesOf = async (id: string) => (await boss.get(`/api/webhooks/${id}/deliveries`)).body.deliveries;
const remove = (id: string) => boss.delete(`/api/webhooks/${id}`);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe('a webhook', () => {
  it('is told of files, papers and cases with ids, codes and counts only, signed by a secret that is shown once', async () => {
    receiver.got.length = 0;
    receiver.answer = good;
    const made = await register(['file-settled', 'document-judged', 'case-judged', 'case-changed']);
    expect(made.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(JSON.stringify((await boss.get('/api/webhooks')).body)).not.toContain(made.secret);
    await keptCase(server.keeping, 'Dossier Haddad', { 'passeport Haddad.txt': 'Bulletin de paie de Samir Haddad' });
    await until(() => receiver.got.length >= 3);
    expect(receiver.got.map(({ body }) => JSON.parse(body).type).sort()).toEqual([
      ...['case-judged', 'document-judged', 'file-settled'],
    ]);
    expect(receiver.got.map(({ body }) => body).join()).not.toMatch(/Haddad|Samir|paie/);
    for (const { headers, body } of receiver.got) {
      const key = Buffer.from(made.secret.slice('whsec_'.length), 'base64');
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const signature = createHmac('sha256', key).update(signed).digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${signature}`);
      expect(Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp']))).toBeLessThan(60);
    }
    const deliveries = await deliveriesOf(made.id);
    expect(deliveries.every(({ state }: { state: string }) => state === 'delivered')).toBe(true);
    await remove(made.id);
    expect((await boss.get(`/api/webhooks/${made.id}/deliveries`)).status).toBe(404);
  });

  it('is told once though many processes deliver', async () => {
    receiver.got.length = 0;
    const others = [1, 2, 3].map(() => startDeliveries(server.keeping.webhooks, TIMES));
    const made = await register(['case-changed']);
    const { id } = await server.keeping.cases.open('told once');
    for (const state of ['closed', 'open', 'archived', 'open', 'closed'] as const)
      await boss.patch(`/api/cases/${id}`, { state });
    await until(async () =>
      (await deliveriesOf(made.id)).every(({ state }: { state: string }) => state === 'delivered'),
    );
    await Promise.all(others.map((other) => other.close()));
    expect(receiver.got).toHaveLength(5);
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(5);
    await remove(made.id);
  });

  it.each([
    ['fails', (response: ServerResponse) => void response.writeHead(500).end('no'), { status: 500, problem: 'status' }],
    ['hangs', () => undefined, { status: null, problem: 'late' }],
    [
      'sends elsewhere',
      (response: ServerResponse) => void response.writeHead(302, { location: '/elsewhere' }).end(),
      { status: 302, problem: 'status' },
    ],
    ['breaks off', (response: ServerResponse) => void response.destroy(), { status: null, problem: 'unreachable' }],
    [
      'never stops talking',
      (response: ServerResponse) => {
        response.writeHead(200);
        const more = setInterval(() => response.write('x'.repeat(10_000)), 5);
        response.once('close', () => clearInterval(more));
      },
      { status: 200, problem: null },
    ],
  ])('that %s is noted so, and tried again later', async (_, answer, expected) => {
    receiver.got.length = 0;
    receiver.answer = answer;
    const made = await register(['case-changed']);
    const { id } = await server.keeping.cases.open(`told to ${_}`);
    await boss.patch(`/api/cases/${id}`, { state: 'closed' });
    await until(async () => (await deliveriesOf(made.id))[0]?.tookMs !== null);
    const [delivery] = await deliveriesOf(made.id);
    expect(delivery).toMatchObject({ attempts: 1, ...expected });
    expect(receiver.got.map(({ path }) => path)).toEqual(['/hook']);
    if (expected.problem !== null) {
      expect(new Date(delivery.dueAt).getTime() - Date.now()).toBeGreaterThan(20_000);
      receiver.answer = good;
      const again = await boss.post(`/api/webhooks/${made.id}/deliveries/${delivery.id}/redeliver`);
      expect(again.body).toMatchObject({ id: delivery.id });
      // Whoever delivers what is due may have been quicker than the request itself.
      await until(async () => (await deliveriesOf(made.id))[0]?.status === 204);
      expect(receiver.got[1]?.headers['webhook-id']).toBe(receiver.got[0]?.headers['webhook-id']);
    }
    await remove(made.id);
  });

  it('is tested at once, also while it is disabled, and tests are not tried again', async () => {
    receiver.got.length = 0;
    receiver.answer = good;
    const made = await register(['case-changed']);
    await boss.patch(`/api/webhooks/${made.id}`, { isEnabled: false });
    expect((await boss.post(`/api/webhooks/${made.id}/ping`)).body).toMatchObject({
      event: 'ping',
      state: 'delivered',
    });
    receiver.answer = (response) => void response.writeHead(410).end();
    expect((await boss.post(`/api/webhooks/${made.id}/ping`)).body).toMatchObject({ state: 'failed', status: 410 });
    await remove(made.id);
  });

  it('reaches no inner address that was not allowed, whatever its name says', async () => {
    for (const url of ['http://hooks.example.org/', 'https://localhost/x', 'https://10.0.0.1/', 'https://[::1]/'])
      expect((await boss.post('/api/webhooks', { url, events: ['case-judged'] })).body.error.code).toBe(
        'webhook-address-wrong',
      );
    receiver.got.length = 0;
    // A name that points inside, and an address that is allowed no longer.
    const named = await server.keeping.webhooks.add(
      { url: receiver.url.replace('127.0.0.1', 'localhost'), events: ['case-changed'] },
      'whsec_a',
    );
    expect((await boss.post(`/api/webhooks/${named.id}/ping`)).body).toMatchObject({ problem: 'private' });
    const strict = startDeliveries(server.keeping.webhooks, { ...TIMES, everyMs: 100_000, allowedHosts: [] });
    const made = await register(['case-judged']);
    const ping = (await server.keeping.webhooks.ping(made.id)) ?? '';
    await strict.deliver(ping);
    await until(async () => (await server.keeping.webhooks.delivery(ping))?.state !== 'waiting');
    await strict.close();
    await remove(named.id);
    await remove(made.id);
  });

  it('failed in no way that nobody foresaw', () => {
    expect(server.failures).toEqual([]);
  });
});
