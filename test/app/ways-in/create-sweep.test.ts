import { beforeEach, describe, expect, it } from 'vitest';
import type { MailEvent } from '#app/ways-in/create-message-taker.ts';
import { createSweep } from '#app/ways-in/create-sweep.ts';
import type { MailAccount, MessageHead, OpenMailbox } from '#ports/mailbox.ts';
import { createMemoryReception } from '../../support/memory-reception.ts';

const head = (id: string): MessageHead => ({
  id,
  from: ['marie@asso.example'],
  deliveredTo: [],
  writtenTo: [],
  subject: '[A]',
  messageId: id,
  sentOn: undefined,
  authentication: [],
  sizeBytes: 1,
});

/** A mailbox whose server may keep nothing of what it is told. */
function mailboxOf(heads: MessageHead[], isKeeping: boolean): OpenMailbox {
  const unread = new Map(heads.map((one) => [one.id, one]));
  return {
    unread: (known) => Promise.resolve([...unread.values()].filter(({ id }) => !known.has(id))),
    source: (id) => Promise.resolve(unread.has(id) ? new TextEncoder().encode(id) : undefined),
    markRead: (id) => {
      if (isKeeping) unread.delete(id);
      return Promise.resolve();
    },
    news: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

describe('a sweep of a mailbox', () => {
  let reception: ReturnType<typeof createMemoryReception>;
  let events: MailEvent[];
  beforeEach(() => {
    reception = createMemoryReception();
    events = [];
  });
  const account: MailAccount = {
    name: 'a',
    policy: { senders: ['@asso.example'], ignoredTags: [] },
    open: () => Promise.reject(new Error('not opened here')),
  };
  const sweepOf = (signal = new AbortController().signal) =>
    createSweep(
      account,
      { mostBytes: 10, today: () => '2026-02-01', isOnce: false, signal, onEvent: (event) => events.push(event) },
      {
        source: {
          partsOf: async function* ({ name, bytes }) {
            yield name.startsWith('mail-') && new TextDecoder().decode(bytes) === 'hung'
              ? { name, failure: 'page-timeout' as const }
              : { name, sha256: name, mediaType: 'text/plain', sizeBytes: 1, bytes: () => Promise.resolve(bytes) };
          },
        },
        reception,
        caseNames: () => Promise.resolve([]),
      },
    );

  it('takes each message once, even when the server forgets that it was read', async () => {
    const sweep = sweepOf();
    expect(await sweep(mailboxOf([head('1'), head('2')], false))).toBeUndefined();
    expect(reception.rows).toHaveLength(2);
  });

  it('ends after the message that is under way when the signal is given', async () => {
    const end = new AbortController();
    const mailbox = mailboxOf([head('1'), head('2')], true);
    const marked: string[] = [];
    await sweepOf(end.signal)({
      ...mailbox,
      markRead: async (id, isFlagged) => {
        end.abort();
        await mailbox.markRead(id, isFlagged);
        marked.push(id);
      },
    });
    expect(marked).toEqual(['1']);
    expect(reception.rows).toHaveLength(1);
  });

  it('puts a message off whose attachments can’t be taken out now, and waits no more once it is gone', async () => {
    const sweep = sweepOf();
    const restMs = await sweep(mailboxOf([head('hung'), head('2')], true));
    expect(restMs).toBeGreaterThan(9_000);
    expect(events).toContainEqual({ account: 'a', kind: 'postponed', failure: 'page-timeout', retryInMs: 10_000 });
    expect(reception.rows).toHaveLength(1);
    // Not due yet: not even looked at.
    expect(await sweep(mailboxOf([head('hung')], true))).toBeGreaterThan(9_000);
    expect(reception.rows).toHaveLength(1);
  });

  it('stops at trouble that concerns all', async () => {
    reception.failWith('disk-full');
    expect(await sweepOf()(mailboxOf([head('1'), head('2')], true))).toBe(2_000);
    expect(events).toHaveLength(1);
  });
});
