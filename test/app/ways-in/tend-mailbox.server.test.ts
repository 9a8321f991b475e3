import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { readMailboxes } from '#adapters/mailbox/read-mailboxes.ts';
import type { MailEvent, TendOptions } from '#app/ways-in/create-message-taker.ts';
import { tendMailbox } from '#app/ways-in/tend-mailbox.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { MailAccount } from '#ports/mailbox.ts';
import type { Reception } from '#ports/received-files.ts';
import { atMailbox, deliver, flagsAt } from '../../support/mail.ts';
import { createMemoryReception } from '../../support/memory-reception.ts';
import { type MailServer, READ_ONLY_FOLDER, startDovecot, whyNoDovecot } from '../../support/servers/dovecot.ts';

const why = await whyNoDovecot();

describe.skipIf(why !== undefined)(`a mailbox${why === undefined ? '' : ` (${why})`}`, () => {
  let server: MailServer;
  let access: FileAccess;
  let folder: string;
  let reception: ReturnType<typeof createMemoryReception>;
  let events: MailEvent[];
  let cases: string[];
  beforeAll(async () => {
    server = await startDovecot();
    access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: [] });
    folder = await mkdtemp(join(tmpdir(), 'liasse-mailboxes-'));
  });
  afterAll(async () => {
    await access.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    reception = createMemoryReception();
    events = [];
    cases = [];
    await atMailbox(server, (client) => client.messageDelete('1:*'));
  });

  async function account(changes: Record<string, unknown> = {}, mostBytes = 1e6): Promise<MailAccount> {
    const path = join(folder, `${randomUUID()}.yaml`);
    await writeFile(join(folder, 'password'), `${server.password}\n`);
    const definition = {
      name: 'reception',
      host: server.host,
      port: server.port,
      tls: 'none',
      user: server.user,
      passwordFile: 'password',
      senders: ['@asso.example', 'paul@other.example'],
      ...changes,
    };
    // JSON is YAML.
    await writeFile(path, JSON.stringify({ accounts: [definition] }));
    const [only] = await readMailboxes(path, { environment: {}, mostBytes });
    if (only === undefined) throw new Error('no account');
    return only;
  }
  const tend = async (
    options: Partial<TendOptions> = {},
    changes: Record<string, unknown> = {},
    into: Reception = reception,
  ): Promise<boolean> =>
    tendMailbox(
      await account(changes),
      {
        mostBytes: 1e6,
        today: () => '2026-02-01',
        isOnce: true,
        signal: new AbortController().signal,
        onEvent: (event) => events.push(event),
        ...options,
      },
      { source: createFileSource(DEFAULT_LIMITS, access), reception: into, caseNames: () => Promise.resolve(cases) },
    );
  const until = async (isTrue: () => boolean): Promise<void> => {
    for (let waited = 0; !isTrue(); waited += 10) {
      if (waited > 30_000) throw new Error('waited in vain');
      await pause(10);
    }
  };
  const kinds = (): string[] => events.map(({ kind }) => kind);

  it('gives attachments and text to the case in the address or the subject, and marks messages as read', async () => {
    await deliver(
      server,
      {
        to: 'dossier+Dupont@example.org',
        messageId: '1@asso',
        attachments: { 'certificat médical.txt': 'Le médecin.' },
      },
      { subject: '[Martin 12] suite', messageId: '2@asso', attachments: { 'a.txt': 'A', 'b.txt': 'B' }, text: '' },
    );
    expect(await tend()).toBe(true);
    expect(reception.rows.map(({ caseName, name, via }) => `${caseName}: ${name} by ${via}`)).toEqual([
      expect.stringMatching(/^Dupont: 2026-01-31-[0-9a-f]{8}\.eml!\/message\.txt by mail$/),
      expect.stringMatching(/^Dupont: 2026-01-31-[0-9a-f]{8}\.eml!\/certificat médical\.txt by mail$/),
      expect.stringMatching(/^Dupont: 2026-01-31-[0-9a-f]{8}\.eml by mail$/),
      expect.stringMatching(/^Martin 12: 2026-01-31-[0-9a-f]{8}\.eml!\/a\.txt by mail$/),
      expect.stringMatching(/^Martin 12: 2026-01-31-[0-9a-f]{8}\.eml!\/b\.txt by mail$/),
      expect.stringMatching(/^Martin 12: 2026-01-31-[0-9a-f]{8}\.eml by mail$/),
    ]);
    expect(await flagsAt(server)).toEqual(['read', 'read']);
  });

  it('finds the case that is meant by an address in small letters and without spaces', async () => {
    cases = ['Martin 12', 'Dupont', 'dupont'];
    await deliver(server, { to: 'dossier+martin-12@example.org' }, { to: 'dossier+DUPONT@example.org' });
    await tend();
    expect(reception.papers()).toEqual([expect.stringMatching(/^Martin 12: /)]);
    expect(events).toContainEqual({ account: 'reception', kind: 'left', because: 'several-cases' });
  });

  it('leaves unread and unopened what comes from somebody else, or names no case, and tells how many', async () => {
    await deliver(
      server,
      { from: 'eve@evil.example', subject: '[Dupont]' },
      { from: '"marie@asso.example" <eve@evil.example>', subject: '[Dupont]' },
      { from: 'marie@asso.example, eve@evil.example', subject: '[Dupont]' },
      { from: 'marie@asso.example', head: ['From: eve@evil.example'], subject: '[Dupont]' },
      { from: 'paul@other.example', subject: 'no case' },
      { subject: '[Dupont] and [Martin]' },
    );
    expect(await tend()).toBe(true);
    expect(reception.rows).toEqual([]);
    expect(await flagsAt(server)).toEqual(Array(6).fill('unread'));
    expect(events.flatMap((event) => (event.kind === 'left' ? [event.because] : []))).toEqual([
      ...Array(4).fill('sender'),
      'no-case',
      'several-cases',
    ]);
    await tend({}, { defaultCase: 'Accueil' });
    expect(reception.papers()).toEqual([expect.stringMatching(/^Accueil: .*message\.txt$/)]);
  });

  it('marks nothing as read before its receipts are there, and tries again', async () => {
    await deliver(server, { subject: '[A]', attachments: { 'a.txt': 'A' } });
    reception.failWith('database-away');
    expect(await tend()).toBe(false);
    expect(await flagsAt(server)).toEqual(['unread']);
    const end = new AbortController();
    const tending = tend({ isOnce: false, signal: end.signal });
    await until(() => kinds().filter((kind) => kind === 'postponed').length === 2);
    reception.failWith(undefined);
    await until(() => reception.papers().length === 2);
    end.abort();
    await tending;
    expect(await flagsAt(server)).toEqual(['read']);
  });

  it('flags a message of which something was rejected, and one that is larger than allowed without fetching it', async () => {
    await deliver(
      server,
      { subject: '[A]', attachments: { 'a.bin': Uint8Array.of(0, 1, 2) } },
      { subject: '[A]', attachments: { 'b.txt': 'x'.repeat(5_000) } },
    );
    await tend({ mostBytes: 4_000 });
    expect(reception.rows.map(({ state, failure }) => `${state} ${failure}`)).toEqual([
      'waiting null',
      'rejected unsupported-format',
      'waiting null',
      'rejected file-too-large',
    ]);
    expect(await flagsAt(server)).toEqual(['flagged', 'flagged']);
  });

  it('makes no second paper of a message that comes again, or was received and not marked', async () => {
    await deliver(
      server,
      { subject: '[A]', messageId: 'same@asso', attachments: { 'a.txt': 'A' } },
      { subject: '[A]', messageId: 'same@asso', attachments: { 'a.txt': 'A' }, head: ['Received: from elsewhere'] },
    );
    await tend();
    expect(reception.papers()).toHaveLength(2);
    expect(reception.rows.map(({ state }) => state)).toEqual([
      ...['waiting', 'waiting', 'waiting'],
      // The message itself differs in its head, by the way it came.
      ...['duplicate', 'duplicate', 'waiting'],
    ]);
    await atMailbox(server, (client) => client.messageFlagsRemove('1:*', ['\\Seen']));
    await tend();
    expect(reception.papers()).toHaveLength(2);
    expect(await flagsAt(server)).toEqual(['read', 'read']);
  });

  it('is told of new messages at once, and ends with the signal', async () => {
    const end = new AbortController();
    const tending = tend({ isOnce: false, signal: end.signal });
    await until(() => kinds().includes('opened'));
    await pause(1_000);
    const startedAt = performance.now();
    await deliver(server, { subject: '[A]', attachments: { 'a.txt': 'A' } });
    await until(() => reception.papers().length === 2);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    end.abort();
    expect(await tending).toBe(true);
    expect(await flagsAt(server)).toEqual(['read']);
  });

  it('comes back by itself after the server was killed', async () => {
    const end = new AbortController();
    const tending = tend({ isOnce: false, signal: end.signal });
    await until(() => kinds().includes('opened'));
    await server.kill();
    await until(() => kinds().includes('away'));
    await server.restart();
    await deliver(server, { subject: '[A]', text: 'Tout y est.' });
    await until(() => reception.papers().length === 1);
    end.abort();
    await tending;
    expect(await flagsAt(server)).toEqual(['read']);
  });

  it('that is lost between receipt and mark only gets its mark afterwards', async () => {
    await deliver(server, { subject: '[A]', text: 'Tout y est.' });
    const end = new AbortController();
    const cutting: Reception = {
      receive: async function* (parts, into) {
        yield* reception.receive(parts, into);
        if (reception.papers().length === 1) await server.kill();
      },
    };
    const tending = tend({ isOnce: false, signal: end.signal }, {}, cutting);
    await until(() => kinds().includes('away'));
    await server.restart();
    await until(() => kinds().filter((kind) => kind === 'opened').length === 2);
    let flags: string[] = [];
    while (!flags.includes('read')) flags = await flagsAt(server);
    end.abort();
    await tending;
    expect(reception.rows).toHaveLength(2);
  });

  it('trouble with one message keeps no other out', async () => {
    await deliver(server, { subject: '[A]', text: 'bad' }, { subject: '[A]', text: 'good' });
    const broken: Reception = {
      receive: async function* (parts, into) {
        yield* reception.receive(
          (async function* () {
            for await (const part of parts) {
              if (!('failure' in part) && new TextDecoder().decode(await part.bytes()).includes('bad'))
                throw new TypeError('a mistake of ours');
              yield part;
            }
          })(),
          into,
        );
      },
    };
    expect(await tend({}, {}, broken)).toBe(false);
    expect(await flagsAt(server)).toEqual(['unread', 'read']);
  });

  it.each([
    ['no password', { passwordFile: undefined, passwordVariable: 'NOT_THERE' }, 'mail-secret-missing'],
    ['a folder that is not there', { folder: 'Nowhere' }, 'mailbox-folder-missing'],
    ['another port', { port: 1 }, 'mailbox-away'],
    ['encryption that the server does not offer', { tls: 'starttls' }, 'mailbox-not-trusted'],
    ['a folder in which nothing can be marked', { folder: READ_ONLY_FOLDER }, 'mailbox-read-only'],
    ['another user', { user: 'eve@example.org' }, 'mailbox-refused'],
  ])('says what is wrong: %s', async (_what, changes, failure) => {
    expect(await tend({}, changes)).toBe(false);
    expect(events.at(-1)).toMatchObject({ kind: 'away', failure });
  });
});

describe.skipIf(why !== undefined)('an encrypted connection', () => {
  it('is made to a server whose certificate is given, and to no other', async () => {
    const server = await startDovecot({ isEncrypted: true });
    const folder = await mkdtemp(join(tmpdir(), 'liasse-mailboxes-'));
    try {
      const open = async (lines: string): Promise<void> => {
        const path = join(folder, 'mailboxes.yaml');
        await writeFile(
          path,
          `accounts:\n  - name: a\n    host: 127.0.0.1\n    port: ${server.port}\n    user: ${server.user}\n    passwordVariable: SECRET\n    senders: ['@asso.example']\n${lines}`,
        );
        const [account] = await readMailboxes(path, { environment: { SECRET: server.password }, mostBytes: 1e6 });
        const mailbox = await account?.open(new AbortController().signal);
        await mailbox?.close();
      };
      await expect(open('')).rejects.toMatchObject({ code: 'mailbox-not-trusted' });
      await open(`    caFile: ${server.certificate}\n`);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
