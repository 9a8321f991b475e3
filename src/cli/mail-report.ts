import { countReceipts, NO_RECEIPTS, type ReceiptCounts } from '#app/ways-in/count-receipts.ts';
import type { MailEvent } from '#app/ways-in/create-message-taker.ts';
import type { LeftBecause } from '#app/ways-in/decide-message.ts';
import { ARRIVAL_MESSAGES } from './arrival-messages.ts';
import { arrivalLines, sentence } from './arrivals.ts';
import type { OutputLanguage } from './messages.ts';
import { seldom } from './seldom.ts';

export interface MailReport {
  onEvent(event: MailEvent): void;
  /** Whether nothing that may come in was rejected or left. */
  isAllIn(): boolean;
}

interface Sweep {
  readonly messages: number;
  readonly receipts: ReceiptCounts;
  readonly left: ReadonlyMap<LeftBecause, number>;
}
const NOTHING: Sweep = { messages: 0, receipts: NO_RECEIPTS, left: new Map() };

/** Tells a person what mailboxes do: counts and reasons; no addresses, subjects or names. */
export function createMailReport(options: {
  readonly language: OutputLanguage;
  readonly isOnce: boolean;
  readonly say: (line: string) => void;
}): MailReport {
  const { language, isOnce, say } = options;
  const text = ARRIVAL_MESSAGES[language];
  const sayOnce = seldom(say);
  const sweeps = new Map<string, Sweep>();
  const sweepOf = (account: string): Sweep => sweeps.get(account) ?? NOTHING;
  let isAllIn = true;

  const onSwept = (account: string): void => {
    const { messages, receipts, left } = sweepOf(account);
    sweeps.delete(account);
    if (messages > 0)
      for (const line of [text.messages(account, messages), ...arrivalLines(receipts, language)]) say(line);
    for (const [because, count] of left) say(text.left(account, count, because));
    if (isOnce && messages + left.size === 0) say(`${account}: ${text.nothingNew}`);
    // Mail of strangers is nobody's loss.
    if (receipts.rejected > 0 || [...left.keys()].some((because) => because !== 'sender')) isAllIn = false;
  };

  const onTrouble = ({ account, kind, failure, retryInMs }: Extract<MailEvent, { failure: unknown }>): void => {
    isAllIn = false;
    const why = sentence(failure, language);
    const seconds = Math.round(retryInMs / 1_000);
    if (isOnce) sayOnce(`${account} ${failure}`, `${account}: ${why}`);
    else
      sayOnce(
        `${account} ${failure}`,
        kind === 'away' ? text.away(account, why, seconds) : `${account}: ${text.postponed(why, seconds)}`,
      );
  };

  return {
    onEvent: (event) => {
      const { account } = event;
      const sweep = sweepOf(account);
      if (event.kind === 'opened' && !isOnce) say(text.tending(account));
      if (event.kind === 'received')
        sweeps.set(account, {
          ...sweep,
          messages: sweep.messages + 1,
          receipts: countReceipts(sweep.receipts, event.receipts),
        });
      if (event.kind === 'left')
        sweeps.set(account, {
          ...sweep,
          left: new Map(sweep.left).set(event.because, (sweep.left.get(event.because) ?? 0) + 1),
        });
      if (event.kind === 'swept') onSwept(account);
      if (event.kind === 'postponed' || event.kind === 'away') onTrouble(event);
    },
    isAllIn: () => isAllIn,
  };
}
