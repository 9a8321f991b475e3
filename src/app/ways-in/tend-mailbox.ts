import { setTimeout as pause } from 'node:timers/promises';
import { asFailure } from '#domain/failure.ts';
import type { MailAccount, OpenMailbox } from '#ports/mailbox.ts';
import type { MailTools, TendOptions } from './create-message-taker.ts';
import { createSweep } from './create-sweep.ts';
import { growingPause, troubleOf } from './trouble-of.ts';

/** Longest time between two looks, should a server tell nothing. */
const LOOK_EVERY_MS = 300_000;
/** Pauses after a lost connection; after a refused one, so that no account gets locked. */
const AWAY = { firstMs: 1_000, longestMs: 300_000 };
const REFUSED = { firstMs: 300_000, longestMs: 3_600_000 };

/**
 * Takes in the unread messages of one account and those that come, until the signal is given; with `isOnce` those that are there. Comes back by itself
 * after whatever happens to the connection. False when something that should have come in did not (with `isOnce`). Throws what only a person can
 * mend and concerns all accounts (`master-key-missing` …).
 */
export async function tendMailbox(account: MailAccount, options: TendOptions, tools: MailTools): Promise<boolean> {
  const sweep = createSweep(account, options, tools);
  let failures = 0;

  const onFailure = async (error: unknown): Promise<void> => {
    const failure = asFailure(error);
    if (options.signal.aborted) return;
    if (troubleOf(failure) === 'end' && !failure.code.startsWith('mail')) throw error;
    const retryInMs = growingPause(failures, failure.code === 'mailbox-away' ? AWAY : REFUSED);
    failures += 1;
    options.onEvent({ account: account.name, kind: 'away', failure: failure.code, retryInMs });
    if (!options.isOnce) await pause(retryInMs, undefined, { signal: options.signal }).catch(() => undefined);
  };

  do {
    try {
      const mailbox = await account.open(options.signal);
      options.onEvent({ account: account.name, kind: 'opened' });
      const isAllIn = await sweepOn(mailbox, options, async () => {
        const rest = await sweep(mailbox);
        failures = 0;
        return rest;
      });
      if (options.isOnce) return isAllIn;
    } catch (error) {
      await onFailure(error);
      if (options.isOnce) return false;
    }
  } while (!options.signal.aborted);
  return true;
}

/** Sweeps whenever there is news, until the signal is given, or once; whether nothing was left to be tried again. Closes the mailbox. */
async function sweepOn(
  mailbox: OpenMailbox,
  { isOnce, signal }: TendOptions,
  sweep: () => Promise<number | undefined>,
): Promise<boolean> {
  try {
    let restMs = await sweep();
    while (!isOnce && !signal.aborted) {
      await mailbox.news(Math.min(LOOK_EVERY_MS, restMs ?? LOOK_EVERY_MS), signal);
      if (!signal.aborted) restMs = await sweep();
    }
    return restMs === undefined;
  } finally {
    await mailbox.close();
  }
}
