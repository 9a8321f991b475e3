import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_LIMITS } from '#http/add-limits.ts';
import { PASSWORD, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import type { TestClient } from '../support/http/test-client.ts';

let server: TestWebServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

const signIn = (client: TestClient, email: string, password: string) =>
  client.post('/api/auth/sign-in', { email, password });

describe('sign-in', () => {
  it('keeps a session in a cookie that no script and no other page can use', async () => {
    const { email } = await server.as('adviser');
    const answer = await signIn(server.client(), email.toUpperCase(), PASSWORD);
    expect(answer.body).toEqual({ isSecondCodeNeeded: false });
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Strict/);
  });

  it('says the same of a wrong password, of nobody’s address, and of somebody who is blocked', async () => {
    const [adviser, blocked] = [await server.as('adviser'), await server.as('adviser')];
    await server.keeping.people.change(blocked.personId, { isBlocked: true });
    const answers = [
      await signIn(server.client(), adviser.email, 'not this one at all'),
      await signIn(server.client(), 'nobody@example.org', PASSWORD),
      await signIn(server.client(), blocked.email, PASSWORD),
    ];
    for (const { status, body } of answers) expect([status, body]).toEqual([401, answers[0]?.body]);
    expect(answers[0]?.body.error.code).toBe('sign-in-wrong');
  });

  it('waits after ten wrong passwords, also when they come at once, and with the right one too', async () => {
    const { email } = await server.as('adviser');
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => signIn(server.client(), email, 'not this one at all')),
    );
    const codes = answers.map(({ body }) => body.error.code);
    expect(codes.filter((code) => code === 'sign-in-wrong')).toHaveLength(10);
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(5);
    const right = await signIn(server.client(), email, PASSWORD);
    expect([right.status, right.body.error.code]).toEqual([429, 'too-many-tries']);
  });

  it('takes a session’s end at once: signed out, revoked, blocked', async () => {
    const someone = await server.as('adviser');
    const other = await server.signIn(someone.email);
    const stolen = new Map(other.cookies);
    await other.post('/api/auth/sign-out');
    expect(other.cookies.size).toBe(0);
    const cookie = [...stolen].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await other.request('GET', '/api/me', { headers: { cookie } })).status).toBe(401);
    expect((await someone.get('/api/me')).status).toBe(200);

    const administrator = await server.as('administrator');
    expect((await administrator.delete(`/api/people/${someone.personId}/sessions`)).body).toEqual({ ended: 1 });
    expect((await someone.get('/api/me')).body.error.code).toBe('not-signed-in');

    const third = await server.signIn(someone.email);
    await administrator.patch(`/api/people/${someone.personId}`, { isBlocked: true });
    expect((await third.get('/api/me')).status).toBe(401);
  });

  it('does not take a cookie that was made up', async () => {
    for (const cookie of ['liasse.session_token=abc', 'liasse.session_token=abc.def%3D', 'liasse.session_token=%', '='])
      expect((await server.client().request('GET', '/api/me', { headers: { cookie } })).status).toBe(401);
  });

  it('changes a password and signs out everywhere else', async () => {
    const someone = await server.as('adviser');
    const other = await server.signIn(someone.email);
    const wrong = await someone.post('/api/auth/password', { from: 'not this one', to: 'une autre phrase longue' });
    expect([wrong.status, wrong.body.error.code]).toEqual([403, 'password-wrong']);
    const changed = await someone.post('/api/auth/password', { from: PASSWORD, to: 'une autre phrase longue' });
    expect(changed.body).toEqual({ done: true });
    expect((await someone.get('/api/me')).status).toBe(200);
    expect((await other.get('/api/me')).status).toBe(401);
    expect((await signIn(server.client(), someone.email, PASSWORD)).status).toBe(401);
  });

  it('asks for a second code once it was confirmed, and takes a backup code once', async () => {
    const someone = await server.as('adviser');
    const prepared = await someone.post('/api/auth/second-code/prepare', { password: PASSWORD });
    const secret = new URL(prepared.body.uri).searchParams.get('secret') ?? '';
    const unconfirmed = await signIn(server.client(), someone.email, PASSWORD);
    expect(unconfirmed.body).toEqual({ isSecondCodeNeeded: false });
    expect((await someone.post('/api/auth/second-code/confirm', { code: '000000' })).body.error.code).toBe(
      'second-code-wrong',
    );
    const confirmed = await someone.post('/api/auth/second-code/confirm', { code: totp(secret) });
    expect(confirmed.body).toEqual({ done: true });
    expect((await someone.get('/api/me')).body.hasSecondCode).toBe(true);

    const client = server.client();
    expect((await signIn(client, someone.email, PASSWORD)).body).toEqual({ isSecondCodeNeeded: true });
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await client.post('/api/auth/second-code', { code: '000000' })).body.error.code).toBe('second-code-wrong');
    const backup = { code: prepared.body.backupCodes[0], isBackup: true };
    expect((await client.post('/api/auth/second-code', backup)).body).toEqual({ done: true });
    expect((await client.get('/api/me')).status).toBe(200);

    const next = server.client();
    await signIn(next, someone.email, PASSWORD);
    expect((await next.post('/api/auth/second-code', backup)).status).toBe(401);
    expect((await next.post('/api/auth/second-code', { code: totp(secret) })).body).toEqual({ done: true });
    expect((await next.post('/api/auth/second-code/end', { password: PASSWORD })).body).toEqual({ done: true });
    expect((await signIn(server.client(), someone.email, PASSWORD)).body).toEqual({ isSecondCodeNeeded: false });
  });

  it('tells the log who signed in, and names nobody', async () => {
    const someone = await server.as('adviser');
    const rows: { action: string; actor: string; text: string }[] = [];
    for await (const row of server.keeping.audit.rows())
      rows.push({ action: row.action, actor: row.actor, text: JSON.stringify(row) });
    expect(rows.some(({ action, actor }) => action === 'signed-in' && actor === someone.personId)).toBe(true);
    expect(rows.filter(({ text }) => text.includes('example.org') || text.includes('A adviser'))).toEqual([]);
  });
});

describe('one address that tries many accounts', () => {
  it('is slowed down', async () => {
    const strict = await startTestServer({ limits: { ...REQUEST_LIMITS, signInsPerMinute: 5 } });
    try {
      const codes: string[] = [];
      for (let nth = 0; nth < 8; nth += 1)
        codes.push((await signIn(strict.client(), `p${nth}@example.org`, 'guessed password')).body.error.code);
      expect(codes).toEqual([...Array(5).fill('sign-in-wrong'), ...Array(3).fill('too-many-requests')]);
    } finally {
      await strict.close();
    }
  });
});

/** The code of RFC 6238 that an application shows now. */
function totp(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/=/g, '')].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
