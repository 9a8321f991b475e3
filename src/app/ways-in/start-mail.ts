import { join } from 'node:path';
import { readMailboxes } from '#adapters/mailbox/read-mailboxes.ts';
import { environmentOfMail, liasseHome } from '../config.ts';
import type { TendOptions } from './create-message-taker.ts';
import { tellOfMailbox } from './tell-of-arrivals.ts';
import { tendMailbox } from './tend-mailbox.ts';
import { type ReceptionOptions, withReception } from './with-reception.ts';

export interface StartMailOptions extends Omit<TendOptions, 'mostBytes'>, Omit<ReceptionOptions, 'command'> {
  /** Undefined: `mailboxes.yaml` in Liasse's home. */
  readonly configPath: string | undefined;
}

/**
 * Tends all mailboxes at the same time, for what is kept on this machine. False when something that should have come in did not (with `isOnce`). Throws
 * `mailboxes-missing`, `mailboxes-invalid`, and what `tendMailbox` throws; then all have ended.
 */
export async function startMail(options: StartMailOptions): Promise<boolean> {
  const { fileBytes: mostBytes } = options.limits;
  const path = options.configPath ?? join(liasseHome(), 'mailboxes.yaml');
  const accounts = await readMailboxes(path, { environment: environmentOfMail(), mostBytes });
  return withReception({ ...options, command: 'mail' }, async (open) => {
    const ending = new AbortController();
    const signal = AbortSignal.any([options.signal, ending.signal]);
    const tended = accounts.map(async (account) => {
      const tell = tellOfMailbox(open);
      const onEvent: TendOptions['onEvent'] = (event) => {
        tell(event);
        options.onEvent(event);
      };
      try {
        return await tendMailbox(account, { ...options, mostBytes, signal, onEvent }, open);
      } catch (error) {
        // What concerns one of them so concerns all.
        ending.abort();
        throw error;
      }
    });
    const outcomes = await Promise.allSettled(tended);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return outcomes.every((outcome) => outcome.status === 'fulfilled' && outcome.value);
  });
}
