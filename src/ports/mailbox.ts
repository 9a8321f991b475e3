/** What stands in the head of a message; its text and attachments are not opened for it. */
export interface MessageHead {
  /** Names the message as long as it lies in its folder. */
  readonly id: string;
  /** Addresses of the senders, in small letters; empty when the head leaves doubt about them. */
  readonly from: readonly string[];
  /** Addresses it was delivered to, as the servers noted them; and those it was written to. Spelled as they came. */
  readonly deliveredTo: readonly string[];
  readonly writtenTo: readonly string[];
  readonly subject: string;
  readonly messageId: string | undefined;
  /** The day in its head, ISO 8601. */
  readonly sentOn: string | undefined;
  /** What servers on its way say about its sender (`Authentication-Results`), the last server's first. */
  readonly authentication: readonly string[];
  readonly sizeBytes: number;
}

/** A folder of a mailbox that is open. Everything throws `mailbox-away` when the connection ends. */
export interface OpenMailbox {
  /** Heads of unread messages, oldest first, but for those whose ids are known. None is marked as read by it. */
  unread(known: ReadonlySet<string>): Promise<readonly MessageHead[]>;
  /** The whole message as it was sent; undefined when it is gone. It stays unread. */
  source(id: string): Promise<Uint8Array | undefined>;
  /** Marks it as read, and with a flag for a person to look at. Nothing happens when it is gone. */
  markRead(id: string, isFlagged: boolean): Promise<void>;
  /** Resolves when something may have come, when the connection ended, after the time, or with the signal. */
  news(withinMs: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Whose messages are taken in, and how they name their case. */
export interface MailPolicy {
  /** Addresses, or `@domain` for all of a domain. */
  readonly senders: readonly string[];
  /** `dossier@example.org`, if mail for `dossier+NAME@example.org` arrives here too. */
  readonly address?: string | undefined;
  /** Where messages go that name no case; undefined: they are left. */
  readonly defaultCase?: string | undefined;
  /** Words in brackets that servers and lists put into subjects. */
  readonly ignoredTags: readonly string[];
  /** The server whose word is asked on whether the sender is who he says (DMARC). */
  readonly authenticatedBy?: string | undefined;
}

/** One account to be emptied. */
export interface MailAccount {
  /** As messages to the operator call it. */
  readonly name: string;
  readonly policy: MailPolicy;
  /**
   * Throws `mailbox-away`, `mailbox-not-trusted`, `mailbox-refused`, `mailbox-folder-missing`, `mailbox-read-only`, `mail-secret-missing`.
   */
  open(signal: AbortSignal): Promise<OpenMailbox>;
}
