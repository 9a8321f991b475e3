import { asFailure, type FailureCode, type LiasseFailure } from '#domain/failure.ts';
import type { MailAccount, MessageHead, OpenMailbox } from '#ports/mailbox.ts';
import { createMessageTaker, type MailTools, type TendOptions } from './create-message-taker.ts';
import { ALL_WAIT, growingPause, MOST_TRIES, ONE_WAITS, troubleOf } from './trouble-of.ts';

/** One message that waits for another try. */
interface Waiting {
  readonly tries: number;
  readonly fromMs: number;
}

/** Takes in what is unread now, and so on at each call; the milliseconds until something can be tried again, undefined when nothing waits. */
export function createSweep(
  account: MailAccount,
  options: TendOptions,
  tools: MailTools,
): (mailbox: OpenMailbox) => Promise<number | undefined> {
  const take = createMessageTaker(account, options, tools);
  const left = new Set<string>();
  const waiting = new Map<string, Waiting>();
  let troubles = 0;

  const postponed = (failure: LiasseFailure, retryInMs: number): number => {
    options.onEvent({ account: account.name, kind: 'postponed', failure: failure.code, retryInMs });
    return retryInMs;
  };

  /** Whether to go on with the next message; else the pause that all have to make. */
  const takeOne = async (mailbox: OpenMailbox, head: MessageHead): Promise<true | number> => {
    const tries = waiting.get(head.id)?.tries ?? 0;
    try {
      const outcome = await take(mailbox, head, tries + 1 >= MOST_TRIES);
      if (outcome === 'left') left.add(head.id);
      waiting.delete(head.id);
      troubles = 0;
      return true;
    } catch (error) {
      const failure = asFailure(error);
      const trouble = troubleOf(failure);
      if (trouble === 'end' || isOfConnection(failure.code)) throw error;
      if (trouble === 'all') {
        troubles += 1;
        return postponed(failure, growingPause(troubles - 1, ALL_WAIT));
      }
      const retryInMs = postponed(failure, growingPause(tries, ONE_WAITS));
      waiting.set(head.id, { tries: tries + 1, fromMs: performance.now() + retryInMs });
      return true;
    }
  };

  return async (mailbox) => {
    const due = new Set([...waiting.keys()].filter((id) => isDue(waiting.get(id))));
    const known = new Set([...left, ...[...waiting.keys()].filter((id) => !due.has(id))]);
    for await (const head of unreadOf(mailbox, known)) {
      if (options.signal.aborted) return undefined;
      const outcome = await takeOne(mailbox, head);
      if (outcome !== true) return outcome;
    }
    // A message that was due and is not there any more waits no longer.
    for (const id of due) if (!known.has(id)) waiting.delete(id);
    options.onEvent({ account: account.name, kind: 'swept' });
    return firstDue(waiting);
  };
}

/** Each unread message once, even when the server does not keep that it was read. */
async function* unreadOf(mailbox: OpenMailbox, known: Set<string>): AsyncGenerator<MessageHead> {
  for (let heads = await mailbox.unread(known); heads.length > 0; heads = await mailbox.unread(known)) {
    for (const head of heads) {
      known.add(head.id);
      yield head;
    }
  }
}

function isDue(one: Waiting | undefined): boolean {
  return one !== undefined && one.fromMs <= performance.now();
}

function firstDue(waiting: ReadonlyMap<string, Waiting>): number | undefined {
  if (waiting.size === 0) return undefined;
  const first = Math.min(...[...waiting.values()].map(({ fromMs }) => fromMs));
  return Math.max(0, first - performance.now());
}

function isOfConnection(code: FailureCode): boolean {
  return code.startsWith('mailbox-');
}
