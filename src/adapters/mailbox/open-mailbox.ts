import { readFile } from 'node:fs/promises';
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { LiasseFailure } from '#domain/failure.ts';
import type { OpenMailbox } from '#ports/mailbox.ts';
import { mailFailure } from './mail-failure.ts';
import type { MailAccountDefinition } from './mailboxes.schema.ts';
import { HEAD_LINES, readHead } from './read-head.ts';

/** A connection that sees nothing for this long asks whether it still is one. */
const SILENCE_MS = 120_000;
/** A server may take this long to answer. */
const ANSWER_MS = 180_000;
/** Heads asked for in one go. */
const HEADS_AT_ONCE = 200;
/** Beside the message itself, an answer holds a few words. */
const ANSWER_MARGIN_BYTES = 1024 * 1024;

/** Opens the folder of an account by IMAP. Throws what `MailAccount.open` names; nothing of the connection is logged. */
export async function openMailbox(
  account: MailAccountDefinition,
  { secret, mostBytes }: { readonly secret: string; readonly mostBytes: number },
  signal: AbortSignal,
): Promise<OpenMailbox> {
  const client = new ImapFlow(await optionsOf(account, secret, mostBytes));
  const news = listenForNews(client);
  const end = (): void => client.close();
  signal.addEventListener('abort', end, { once: true });
  try {
    signal.throwIfAborted();
    await client.connect();
    const { readOnly, permanentFlags, uidValidity } = await client.mailboxOpen(account.folder);
    if (readOnly === true || (permanentFlags !== undefined && !permanentFlags.has('\\Seen')))
      throw new LiasseFailure('mailbox-read-only', account.name);
    return mailboxOf(client, { uidValidity, news });
  } catch (error) {
    client.close();
    throw mailFailure(error);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

async function optionsOf(account: MailAccountDefinition, secret: string, mostBytes: number): Promise<ImapFlowOptions> {
  const { caFile, user, host, tls } = account;
  const ca =
    caFile === undefined
      ? undefined
      : await readFile(caFile).catch((error: unknown) => {
          throw new LiasseFailure('mail-secret-missing', account.name, { cause: error });
        });
  return {
    host,
    port: account.port ?? (tls === 'implicit' ? 993 : 143),
    secure: tls === 'implicit',
    ...(tls === 'implicit' ? {} : { doSTARTTLS: tls === 'starttls' }),
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    auth: account.accessTokenFile === undefined ? { user, pass: secret } : { user, accessToken: secret },
    logger: false,
    clientInfo: { name: 'Liasse' },
    autoIdleDelay: 500,
    maxIdleTime: SILENCE_MS,
    socketTimeout: ANSWER_MS,
    connectionTimeout: 30_000,
    maxLiteralSize: mostBytes + ANSWER_MARGIN_BYTES,
    maxResponseSize: mostBytes + 2 * ANSWER_MARGIN_BYTES,
  };
}

interface News {
  wait(withinMs: number, signal: AbortSignal): Promise<void>;
}

/** News that come while nobody waits are told to the next who does. */
function listenForNews(client: ImapFlow): News {
  let hasNews = false;
  let wake = (): void => {};
  const tell = (): void => {
    hasNews = true;
    wake();
  };
  for (const event of ['exists', 'flags', 'close', 'error'] as const) client.on(event, tell);
  return {
    wait: (withinMs, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          hasNews = false;
          wake = () => {};
          resolve();
        };
        const timer = setTimeout(end, withinMs);
        signal.addEventListener('abort', end, { once: true });
        wake = end;
        if (hasNews || signal.aborted) end();
      }),
  };
}

function mailboxOf(client: ImapFlow, { uidValidity, news }: { uidValidity: bigint; news: News }): OpenMailbox {
  const idOf = (uid: number): string => `${uidValidity}-${uid}`;
  const uidOf = (id: string): string => id.slice(id.indexOf('-') + 1);
  return {
    unread: (known) =>
      named(async () => {
        const found = await client.search({ seen: false, deleted: false, draft: false }, { uid: true });
        if (!Array.isArray(found)) throw new LiasseFailure('mailbox-away', 'search');
        const uids = found.filter((uid) => !known.has(idOf(uid))).slice(0, HEADS_AT_ONCE);
        if (uids.length === 0) return [];
        const query = { uid: true, size: true, headers: [...HEAD_LINES] };
        const heads = await client.fetchAll(uids.join(','), query, { uid: true });
        return Promise.all(
          heads
            .toSorted((one, other) => one.uid - other.uid)
            .map(async ({ uid, size = 0, headers = Buffer.alloc(0) }) => ({
              ...(await readHead(headers)),
              id: idOf(uid),
              sizeBytes: size,
            })),
        );
      }),
    source: (id) =>
      named(async () => {
        const message = await client.fetchOne(uidOf(id), { source: true }, { uid: true });
        return message === false ? undefined : message.source;
      }),
    markRead: (id, isFlagged) =>
      named(async () => {
        const flags = isFlagged ? ['\\Seen', '\\Flagged'] : ['\\Seen'];
        // False also for a message that somebody removed meanwhile: then there is nothing to mark.
        const isMarked = await client.messageFlagsAdd(uidOf(id), flags, { uid: true });
        if (!isMarked && (await client.fetchOne(uidOf(id), { flags: true }, { uid: true })) !== false)
          throw new LiasseFailure('mailbox-read-only');
      }),
    news: (withinMs, signal) => news.wait(withinMs, signal),
    close: async () => {
      await client.logout().catch(() => undefined);
      client.close();
    },
  };
}

async function named<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw mailFailure(error);
  }
}
