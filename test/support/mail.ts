import { ImapFlow } from 'imapflow';
import type { MailServer } from './servers/dovecot.ts';

export interface Letter {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly messageId?: string;
  readonly text?: string;
  readonly attachments?: Readonly<Record<string, string | Uint8Array>>;
  /** More lines of the head. */
  readonly head?: readonly string[];
}

/** The source of a message. */
export function mailOf(letter: Letter): string {
  const { attachments = {} } = letter;
  const head = [
    ...(letter.head ?? []),
    `From: ${letter.from ?? 'Marie <marie@asso.example>'}`,
    `To: ${letter.to ?? 'dossier@example.org'}`,
    `Subject: ${letter.subject ?? 'papiers'}`,
    'Date: Sat, 31 Jan 2026 10:00:00 +0100',
    ...(letter.messageId === undefined ? [] : [`Message-ID: <${letter.messageId}>`]),
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=cut',
  ];
  const text = ['--cut', 'Content-Type: text/plain; charset=utf-8', '', letter.text ?? 'Voici les papiers.'];
  const files = Object.entries(attachments).flatMap(([name, content]) => [
    '--cut',
    'Content-Type: application/octet-stream',
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
    '',
    Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n'),
  ]);
  return [...head, '', ...text, ...files, '--cut--', ''].join('\r\n');
}

/** A second program at the mailbox, as an adviser's is. */
export async function atMailbox<Result>(
  server: MailServer,
  work: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    doSTARTTLS: false,
    auth: { user: server.user, pass: server.password },
    logger: false,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.mailboxOpen('INBOX');
    return await work(client);
  } finally {
    await client.logout().catch(() => undefined);
  }
}

export function deliver(server: MailServer, ...letters: readonly Letter[]): Promise<void> {
  return atMailbox(server, async (client) => {
    for (const letter of letters) await client.append('INBOX', mailOf(letter));
  });
}

/** Flags of all messages, oldest first: `read`, `flagged`, or `unread`. */
export function flagsAt(server: MailServer): Promise<string[]> {
  return atMailbox(server, async (client) => {
    const found = await client.search({ all: true }, { uid: true });
    if (!Array.isArray(found) || found.length === 0) return [];
    const messages = await client.fetchAll(found.join(','), { flags: true }, { uid: true });
    return messages.map(({ flags = new Set() }) => {
      if (!flags.has('\\Seen')) return 'unread';
      return flags.has('\\Flagged') ? 'flagged' : 'read';
    });
  });
}
