import { createHash } from 'node:crypto';
import type { FailureCode } from '#domain/failure.ts';
import type { FileSource } from '#ports/file-opener.ts';
import type { MailAccount, MessageHead, OpenMailbox } from '#ports/mailbox.ts';
import type { Receipt, Reception } from '#ports/received-files.ts';
import { decideMessage, type LeftBecause, type MessageDecision } from './decide-message.ts';
import { keepOwnWords } from './keep-own-words.ts';
import { isNothingTaken, receiveFile } from './receive-file.ts';
import { spellCaseName } from './spell-case-name.ts';

/** What happened. Never holds addresses, subjects or content. */
export type MailEvent = { readonly account: string } & (
  | { readonly kind: 'opened' }
  /** All that was unread was looked at. */
  | { readonly kind: 'swept' }
  | { readonly kind: 'received'; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'left'; readonly because: LeftBecause }
  /** A message is tried again later. */
  | { readonly kind: 'postponed'; readonly failure: FailureCode; readonly retryInMs: number }
  /** The mailbox is tried again later. */
  | { readonly kind: 'away'; readonly failure: FailureCode; readonly retryInMs: number }
);

export interface TendOptions {
  readonly mostBytes: number;
  /** The day on which papers that come in now are judged, ISO 8601. */
  readonly today: () => string;
  readonly isOnce: boolean;
  readonly signal: AbortSignal;
  readonly onEvent: (event: MailEvent) => void;
}

export interface MailTools {
  readonly source: Pick<FileSource, 'partsOf'>;
  readonly reception: Reception;
  /** Names of the cases that there are. */
  caseNames(): Promise<readonly string[]>;
}

/** Takes one message in; `left` when it stays unread for a person. */
export type MessageTaker = (
  mailbox: OpenMailbox,
  head: MessageHead,
  isLastTry: boolean,
) => Promise<'taken' | 'gone' | 'left'>;

/**
 * Takes messages of an account in as if each were an `.eml` file, and marks them as read once all receipts are durable; with a flag when something
 * in it was rejected. Killed in between, the message comes in again, and reception knows its parts by their bytes.
 */
export function createMessageTaker(account: MailAccount, options: TendOptions, tools: MailTools): MessageTaker {
  const source: MailTools['source'] = { partsOf: (file) => keepOwnWords(tools.source.partsOf(file)) };
  /** Received, but not marked as read: the connection ended in between. */
  const unmarked = new Map<string, readonly Receipt[]>();

  const receive = async (mailbox: OpenMailbox, head: MessageHead, caseName: string, isLastTry: boolean) => {
    const bytes = head.sizeBytes > options.mostBytes ? null : await mailbox.source(head.id);
    if (bytes === undefined) return undefined;
    const receipts = await receiveFile(
      { name: nameOf(head), bytes },
      { caseName, via: 'mail', asOf: options.today(), isLastTry },
      { source, reception: tools.reception },
    );
    options.onEvent({ account: account.name, kind: 'received', receipts });
    return receipts;
  };

  const decide = async (head: MessageHead): Promise<MessageDecision> => {
    const decision = decideMessage(head, account.policy);
    if ('left' in decision) return decision;
    const caseName = spellCaseName(decision.caseName, await tools.caseNames());
    return caseName === undefined ? { left: 'several-cases' } : { caseName };
  };

  return async (mailbox, head, isLastTry) => {
    const decision = await decide(head);
    if ('left' in decision) {
      options.onEvent({ account: account.name, kind: 'left', because: decision.left });
      return 'left';
    }
    const receipts = unmarked.get(head.id) ?? (await receive(mailbox, head, decision.caseName, isLastTry));
    if (receipts === undefined) return 'gone';
    unmarked.set(head.id, receipts);
    const isForPerson = isNothingTaken(receipts) || receipts.some(({ state }) => state === 'rejected');
    await mailbox.markRead(head.id, isForPerson);
    unmarked.delete(head.id);
    return 'taken';
  };
}

/** The same for every copy of a message, and nothing of what it says. */
function nameOf({ id, messageId, sentOn }: MessageHead): string {
  const hash = createHash('sha256')
    .update(messageId ?? id)
    .digest('hex')
    .slice(0, 8);
  return `${sentOn ?? 'mail'}-${hash}.eml`;
}
