import { findCaseName } from '#domain/case-name.ts';
import type { MailPolicy, MessageHead } from '#ports/mailbox.ts';

/** Why a message is left unread for a person. */
export type LeftBecause = 'sender' | 'no-case' | 'several-cases';

/** Where a message goes, or why it stays where it is. */
export type MessageDecision = { readonly caseName: string } | { readonly left: LeftBecause };

/**
 * Decides by its head alone. Every sender has to be allowed. The case is named by the address it was delivered to, else by those it was written to
 * (`dossier+NAME@…`), else in the subject (`[NAME]`), else it is the account's own. Two cases in one place are one too many: nothing is guessed.
 */
export function decideMessage(head: MessageHead, policy: MailPolicy): MessageDecision {
  if (!isWelcome(head, policy)) return { left: 'sender' };
  const named =
    [
      namesInAddresses(head.deliveredTo, policy.address),
      namesInAddresses(head.writtenTo, policy.address),
      namesInSubject(head.subject, policy.ignoredTags),
    ].find((names) => names.size > 0) ?? new Set([policy.defaultCase]);
  if (named.size > 1) return { left: 'several-cases' };
  const [caseName] = named;
  return caseName === undefined ? { left: 'no-case' } : { caseName };
}

function isWelcome({ from, authentication }: MessageHead, { senders, authenticatedBy }: MailPolicy): boolean {
  const isAllowed = (address: string): boolean =>
    senders.includes(address) || senders.includes(address.slice(address.lastIndexOf('@')));
  if (from.length === 0 || !from.every(isAllowed)) return false;
  return authenticatedBy === undefined || hasPassed(authentication, authenticatedBy);
}

/** Whether the server's own line says that DMARC passed. The first line is its last word; lines below may be the sender's inventions. */
function hasPassed(lines: readonly string[], server: string): boolean {
  const line = lines.find((one) => one.trim().split(/[\s;]/, 1)[0]?.toLowerCase() === server.toLowerCase());
  // Between quotes and in comments stand words of the sender.
  const bare = line?.replace(/"(?:\\.|[^"\\])*"|\([^)]*\)/g, ' ') ?? '';
  return /;\s*dmarc\s*=\s*pass\b/i.test(bare);
}

/** A name that can be no case's stands for itself: better left for a person than put into the account's own case. */
function namesInAddresses(addresses: readonly string[], own: string | undefined): Set<string | undefined> {
  const at = own?.lastIndexOf('@') ?? -1;
  if (own === undefined || at === -1) return new Set();
  const [start, end] = [`${own.slice(0, at)}+`.toLowerCase(), own.slice(at).toLowerCase()];
  return new Set(
    addresses
      .filter((address) => address.length > start.length + end.length)
      .filter((address) => address.toLowerCase().startsWith(start) && address.toLowerCase().endsWith(end))
      .map((address) => findCaseName(address.slice(start.length, -end.length))),
  );
}

function namesInSubject(subject: string, ignoredTags: readonly string[]): Set<string | undefined> {
  const ignored = ignoredTags.map((tag) => tag.toLowerCase());
  return new Set(
    [...subject.matchAll(/\[([^[\]]{1,200})\]/g)]
      .map(([, name = '']) => name.trim())
      .filter((name) => !ignored.includes(name.toLowerCase()))
      .map(findCaseName),
  );
}
