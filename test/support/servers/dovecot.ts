import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './find-program.ts';
import { accountOf, freePort, startServer, type TestServer } from './server-process.ts';

const run = promisify(execFile);
const WANTED = { program: 'dovecot', package: 'dovecot-imapd', folders: ['/usr/sbin'] };

/** A folder of every mailbox in which nothing can be marked. */
export const READ_ONLY_FOLDER = 'Archives';

/** Why there can be no IMAP server here; undefined when there can. For `describe.skipIf`. */
export async function whyNoDovecot(): Promise<string | undefined> {
  return (await findProgram(WANTED)) === undefined
    ? 'Dovecot is not installed: apt-get install dovecot-imapd'
    : undefined;
}

/** A real IMAP server with an empty mailbox for every user; all have one password. */
export interface MailServer extends TestServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Certificate of the server, made by itself, for 127.0.0.1. */
  readonly certificate: string;
}

/** Starts it on a free port of this machine, in the clear or from the first byte encrypted. */
export async function startDovecot({ isEncrypted = false } = {}): Promise<MailServer> {
  const program = await findProgram(WANTED);
  if (program === undefined) throw new Error(await whyNoDovecot());
  const folder = await mkdtemp(join(tmpdir(), 'liasse-dovecot-'));
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  // It gives nobody's mail to root.
  const owner = isRoot ? accountOf(['nobody']) : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (owner === undefined) throw new Error('no account to keep mail by');
  const password = 'a password';
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  await mkdir(join(folder, 'mail'));
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1'],
    ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
  ]);
  const config = join(folder, 'dovecot.conf');
  await writeFile(join(folder, 'acl'), `${READ_ONLY_FOLDER} owner lr\n`);
  await writeFile(join(folder, 'passwd'), `dossier@example.org:{PLAIN}${password}::::::\n`);
  await writeFile(
    config,
    [
      `base_dir = ${folder}/run`,
      `state_dir = ${folder}/state`,
      'log_path = /dev/stderr',
      'protocols = imap',
      'listen = 127.0.0.1',
      `ssl = ${isEncrypted ? 'required' : 'no'}`,
      `ssl_cert = <${certificate}`,
      `ssl_key = <${key}`,
      'disable_plaintext_auth = no',
      'auth_mechanisms = plain login',
      ...(isRoot ? [] : asPlainUser()),
      'first_valid_uid = 1',
      `mail_location = maildir:${folder}/mail/%u`,
      `passdb {\n  driver = passwd-file\n  args = ${folder}/passwd\n}`,
      `userdb {\n  driver = static\n  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u\n}`,
      `namespace inbox {\n  inbox = yes\n  mailbox ${READ_ONLY_FOLDER} {\n    auto = create\n  }\n}`,
      'mail_plugins = acl',
      `plugin {\n  acl = vfile:${folder}/acl\n}`,
      'service anvil {\n  chroot =\n}',
      'service stats {\n  chroot =\n}',
      [
        'service imap-login {',
        '  chroot =',
        `  inet_listener imap {\n    port = ${isEncrypted ? 0 : port}\n  }`,
        `  inet_listener imaps {\n    port = ${isEncrypted ? port : 0}\n    ssl = yes\n  }`,
        '}',
      ].join('\n'),
      '',
    ].join('\n'),
  );
  if (isRoot) await chown(join(folder, 'mail'), owner.uid, owner.gid);
  await chmod(folder, 0o755);
  const server = await startServer({
    program,
    args: ['-F', '-c', config],
    folder,
    url: `imap://127.0.0.1:${port}`,
    endSignal: 'SIGTERM',
    ask: () => ask(port),
  });
  const kill = async (): Promise<void> => {
    const master = (await readFile(join(folder, 'run', 'master.pid'), 'utf8')).trim();
    const sessions = await childrenOf(master);
    await server.kill();
    for (const pid of sessions) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with its master.
      }
    }
  };
  return { ...server, kill, host: '127.0.0.1', port, user: 'dossier@example.org', password, certificate };
}

/** Sessions are processes of their own, which live on for a while without their master. */
async function childrenOf(master: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const isChild = async (pid: string): Promise<boolean> => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return status.includes(`\nPPid:\t${master}\n`);
  };
  const areChildren = await Promise.all(pids.map(isChild));
  return pids.filter((_, index) => areChildren[index] === true).map(Number);
}

/** Its parts run as users of their own, which only root can make them. */
function asPlainUser(): string[] {
  const { username, gid } = userInfo();
  const lines = readFileSync('/etc/group', 'utf8').split('\n');
  const group = lines.find((line) => line.split(':')[2] === String(gid))?.split(':', 1)[0] ?? String(gid);
  return [
    `default_internal_user = ${username}`,
    `default_login_user = ${username}`,
    `default_internal_group = ${group}`,
  ];
}

/** Whether somebody listens. */
function ask(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}
