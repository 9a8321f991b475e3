import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openKeeping } from '#app/keeping/open-keeping.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import { atMailbox, deliver, flagsAt } from '../support/mail.ts';
import { runLiasse } from '../support/run-liasse.ts';
import { type MailServer, startDovecot, whyNoDovecot } from '../support/servers/dovecot.ts';
import { startPostgres, whyNoPostgres } from '../support/servers/postgres.ts';
import { freePort, type TestServer } from '../support/servers/server-process.ts';

const whyNot = (await whyNoPostgres()) ?? (await whyNoDovecot());

let postgres: TestServer;
let root: string;
let home: string;
let databaseUrl: string;
beforeAll(async () => {
  if (whyNot === undefined) postgres = await startPostgres(['fsync=off']);
});
afterAll(() => postgres?.stop());
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-arrivals-'));
  home = join(root, 'home');
  if (whyNot === undefined) databaseUrl = await newDatabase();
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Each test keeps for itself. */
async function newDatabase(): Promise<string> {
  const name = `kept_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return postgres.url.replace(/[^/]+$/, name);
}

const environment = (): Record<string, string> => ({ LIASSE_HOME: home, DATABASE_URL: databaseUrl });

/** Everything that was received, by case. */
async function received(): Promise<Map<string, KeptFile[]>> {
  const keeping = await openKeeping({
    home,
    database: { url: databaseUrl },
    blobs: { folder: join(home, 'blobs') },
    redisUrl: undefined,
    masterKey: { home, file: undefined, text: undefined, previousFile: undefined },
  });
  try {
    const cases = await keeping.cases.all();
    const files = await Promise.all(cases.map(async ({ id, name }) => [name, await keeping.files.ofCase(id)] as const));
    const counts = await keeping.files.counts();
    expect(counts.received).toBe(counts.accepted + counts.duplicate + counts.rejected + counts.waiting);
    return new Map(files);
  } finally {
    await keeping.close();
  }
}
/** Names of papers by case: what will be read, once each. */
function papersOf(files: readonly KeptFile[]): string[] {
  return files
    .filter(({ state, isContainer }) => state === 'waiting' && !isContainer)
    .map(({ name }) => name)
    .sort();
}

/** Starts the command again and again and kills it at random moments of its work, until `isDone`; how often. */
async function killedUntil(args: readonly string[], isDone: () => Promise<boolean>): Promise<number> {
  let kills = 0;
  while (!(await isDone())) {
    const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
      env: { ...process.env, ...environment() },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await new Promise<void>((resolve) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', () => resolve());
    });
    await pause(Math.random() * (SHORTEST_LIFE_MS + kills * LONGER_EACH_TIME_MS));
    child.kill('SIGKILL');
    await ended;
    kills += 1;
    if (kills > 200) throw new Error('it gets nowhere');
  }
  return kills;
}
/** How long it lives at most after its first word: little on a quick machine, longer and longer on one that gets nowhere. */
const SHORTEST_LIFE_MS = 300;
const LONGER_EACH_TIME_MS = 50;
const KILLS_TAKE_MS = 600_000;
/** What is taken in meanwhile; ARRIVALS=200 for a long trial. */
const FILES = Number(process.env['ARRIVALS'] ?? 60);
const MESSAGES = Math.ceil(FILES / 2);

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe.skipIf(whyNot !== undefined)(`liasse watch${whyNot === undefined ? '' : ` (${whyNot})`}`, () => {
  it(
    'killed at random moments loses no file, makes no second paper and leaves no file behind',
    async () => {
      const names = Array.from({ length: FILES }, (_, index) => `Client ${index % 4}/scan ${index}.txt`);
      const [from, to] = [join(root, 'in'), join(root, 'done')];
      for (const name of names) {
        await mkdir(join(from, name, '..'), { recursive: true });
        await writeFile(join(from, name), `text of ${name}`);
      }
      const writer = new ZipWriter(new BlobWriter());
      for (const name of ['1.txt', '2.txt']) await writer.add(name, new TextReader(`zipped ${name}`));
      await writeFile(join(from, 'Client 0/all.zip'), Buffer.from(await (await writer.close()).arrayBuffer()));
      await cp(from, join(root, 'copy'), { recursive: true });

      const args = ['watch', from, '--move-to', to, '--settle', '0.2'];
      const kills = await killedUntil(args, async () => (await filesBelow(from)).length === 0);
      console.log(`${FILES} files and an archive taken in over ${kills} kills`);

      expect(kills).toBeGreaterThan(3);
      const copies = await filesBelow(join(root, 'copy'));
      expect(await filesBelow(to)).toEqual(copies);
      for (const name of copies)
        expect(await readFile(join(to, name))).toEqual(await readFile(join(root, 'copy', name)));
      const files = await received();
      const papers = [...files].flatMap(([caseName, ofCase]) => papersOf(ofCase).map((name) => `${caseName}/${name}`));
      expect(papers.sort()).toEqual([...names, 'Client 0/all.zip!/1.txt', 'Client 0/all.zip!/2.txt'].sort());
    },
    KILLS_TAKE_MS,
  );

  it('ends by SIGTERM in order, and takes in nothing twice at the next start', async () => {
    await mkdir(join(root, 'in/Dupont'), { recursive: true });
    await writeFile(join(root, 'in/Dupont/a.txt'), 'a paper');
    await writeFile(join(root, 'in/loose.txt'), 'nobody’s');
    const watching = await runLiasse(['watch', join(root, 'in'), '--settle', '0.3'], {
      env: { ...environment(), LIASSE_LOG: join(root, 'log') },
      killAfterMs: 6_000,
      signal: 'SIGTERM',
    });
    expect(watching).toMatchObject({ status: 0 });
    expect(watching.stdout).toContain('1 paper taken in, 0 known already, 0 rejected.');
    expect(watching.stdout).toContain('1 file lies in no folder that names a case');
    const log = await readFile(join(root, 'log'), 'utf8');
    expect(log).toContain('"event":"folder-read"');
    expect(log).toContain('"event":"process-stopped"');
    expect(log).not.toMatch(/Dupont|loose|a paper/);

    const again = await runLiasse(['watch', join(root, 'in'), '--settle', '0.3', '--once'], { env: environment() });
    expect(again.status).toBe(1);
    expect(again.stdout).not.toContain('taken in');
    const anew = await runLiasse(['watch', join(root, 'in'), '--settle', '0.3', '--once', '--again'], {
      env: environment(),
    });
    expect(anew.stdout).toContain('0 papers taken in, 1 known already, 0 rejected.');
    const files = (await received()).get('Dupont') ?? [];
    expect(files.map(({ state, via }) => `${state} by ${via}`)).toEqual(['waiting by watch', 'duplicate by watch']);
  });

  it(
    'goes on by itself when the database went for a while',
    async () => {
      await mkdir(join(root, 'in/Dupont'), { recursive: true });
      const port = await freePort();
      const args = ['--lang', 'en', 'watch', join(root, 'in'), '--settle', '0.2', '--http', String(port)];
      const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
        env: { ...process.env, ...environment(), LIASSE_LOG: join(root, 'log') },
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      const until = async (words: string): Promise<void> => {
        for (let waited = 0; !said.includes(words); waited += 50) {
          if (waited > 90_000) throw new Error(`“${words}” was never said, but:\n${said}`);
          await pause(50);
        }
      };
      const ended = new Promise((resolve) => child.once('exit', resolve));
      try {
        await until('Watching');
        await postgres.kill();
        await writeFile(join(root, 'in/Dupont/a.txt'), 'a paper');
        await until('[database-away] Liasse tries again in');
        await postgres.restart();
        await until('1 paper taken in');
      } finally {
        child.kill('SIGTERM');
        await ended;
      }
      expect(papersOf((await received()).get('Dupont') ?? [])).toEqual(['a.txt']);
    },
    KILLS_TAKE_MS,
  );

  it('leaves a note in the language of the adviser, and refuses to move into what it watches', async () => {
    await mkdir(join(root, 'in/Dupont'), { recursive: true });
    await writeFile(join(root, 'in/Dupont/x.bin'), Uint8Array.of(0, 1, 2));
    const inside = await runLiasse(['watch', join(root, 'in'), '--once', '--move-to', join(root, 'in/done')], {
      env: environment(),
    });
    expect(inside).toMatchObject({ status: 2 });
    expect(inside.stderr).toContain('[move-target-unfit]');
    const args = [
      '--lang',
      'fr',
      'watch',
      join(root, 'in'),
      '--once',
      '--settle',
      '0.3',
      '--rejected-to',
      join(root, 'no'),
    ];
    expect((await runLiasse(args, { env: environment() })).status).toBe(1);
    expect(await readFile(join(root, 'no/Dupont/x.bin.txt'), 'utf8')).toBe(
      'Ce fichier n’a pas été pris en compte : x.bin\n\nLiasse ne lit pas ce format. Enregistrez le document en PDF, JPEG ou PNG. [unsupported-format]\n',
    );
  });
});

describe.skipIf(whyNot !== undefined)('liasse mail', () => {
  let mail: MailServer;
  beforeAll(async () => {
    mail = await startDovecot();
  });
  afterAll(() => mail.stop());
  beforeEach(async () => {
    await atMailbox(mail, (client) => client.messageDelete('1:*'));
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'secret'), mail.password);
    await writeFile(
      join(home, 'mailboxes.yaml'),
      [
        'accounts:',
        '  - name: reception',
        `    host: ${mail.host}`,
        `    port: ${mail.port}`,
        '    tls: none',
        `    user: ${mail.user}`,
        '    passwordFile: secret',
        "    senders: ['@asso.example']",
      ].join('\n'),
    );
  });

  it(
    'killed at random moments loses no attachment, makes no second paper and marks nothing too early',
    async () => {
      const letters = Array.from({ length: MESSAGES }, (_, index) => ({
        subject: `[Post ${index % 3}] papiers`,
        messageId: `${index}@asso.example`,
        text: `Message ${index}.`,
        attachments: { [`a ${index}.txt`]: `attached ${index}`, [`b ${index}.txt`]: `also ${index}` },
      }));
      await deliver(mail, ...letters);
      const kills = await killedUntil(['mail'], async () => {
        const flags = await flagsAt(mail);
        const read = flags.filter((flag) => flag === 'read').length;
        const papers = [...(await received())].flatMap(([name, files]) =>
          name.startsWith('Post') ? papersOf(files) : [],
        );
        // At any moment: what is marked as read was received.
        expect(papers.length).toBeGreaterThanOrEqual(read * 3);
        return read === letters.length;
      });
      console.log(`${MESSAGES} messages with two attachments each taken in over ${kills} kills`);
      expect(kills).toBeGreaterThan(3);
      const papers = [...(await received())].flatMap(([name, files]) =>
        name.startsWith('Post') ? papersOf(files) : [],
      );
      expect(papers).toHaveLength(MESSAGES * 3);
      expect(new Set(papers.map((name) => name.replace(/^.*!\//, ''))).size).toBe(MESSAGES * 2 + 1);
    },
    KILLS_TAKE_MS,
  );

  it('says how many messages were read and left, and holds no name of anybody in what it says', async () => {
    await deliver(
      mail,
      { from: 'Eve <eve@evil.example>', subject: '[Dupont] secret' },
      { subject: 'sans nom', from: 'Marie <marie@asso.example>' },
      { subject: '[Dupont] un certificat', attachments: { 'certificat Dupont.txt': 'Le docteur' } },
    );
    const run = await runLiasse(['mail', '--once'], { env: { ...environment(), LIASSE_LOG: join(root, 'log') } });
    expect(run.status).toBe(1);
    expect(run.stdout.split('\n')).toEqual([
      'reception: 1 message read.',
      '2 papers taken in, 0 known already, 0 rejected.',
      expect.stringMatching(/^reception: 1 message left unread: the sender is not on the list/),
      expect.stringMatching(/^reception: 1 message left unread: no case is named/),
      '',
    ]);
    const log = await readFile(join(root, 'log'), 'utf8');
    expect(log).toContain('"event":"mailbox-read"');
    for (const said of [run.stdout, run.stderr, log])
      expect(said).not.toMatch(/Dupont|Marie|marie|Eve |eve@|certificat|docteur/);
  });

  it('says what is wrong with its accounts, and where', async () => {
    await writeFile(join(home, 'mailboxes.yaml'), 'accounts:\n  - name: reception\n    password: x\n');
    const wrong = await runLiasse(['mail', '--once'], { env: environment() });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('[mailboxes-invalid]');
    expect(wrong.stderr).toContain('mailboxes.yaml:2:5 accounts.0');
    await rm(join(home, 'mailboxes.yaml'));
    expect((await runLiasse(['mail', '--once', '--lang', 'fr'], { env: environment() })).stderr).toContain(
      '« liasse mail --help » montre un exemple à copier',
    );
  });
});
