import PostalMime, { addressParser } from 'postal-mime';
import type { MessageHead } from '#ports/mailbox.ts';

/** The lines of a head that are asked for; nothing else of a message is fetched before its sender is known to be welcome. */
export const HEAD_LINES = [
  'From',
  'To',
  'Cc',
  'Delivered-To',
  'X-Original-To',
  'Envelope-To',
  'Subject',
  'Date',
  'Message-ID',
  'Authentication-Results',
] as const;

/** Longer heads are not read: nobody's message needs them. */
const LONGEST_HEAD_BYTES = 256 * 1024;

/** What stands in the head of a message. One that can't be read, or names its sender twice, has no sender. */
export async function readHead(lines: Uint8Array): Promise<Omit<MessageHead, 'id' | 'sizeBytes'>> {
  const mail = lines.length > LONGEST_HEAD_BYTES ? undefined : await PostalMime.parse(lines).catch(() => undefined);
  const values = (key: string): string[] =>
    mail?.headers.filter((header) => header.key === key).map(({ value }) => value) ?? [];
  const addresses = (...keys: string[]): string[] => keys.flatMap(values).flatMap(addressesIn);
  const [date = ''] = mail?.date?.split('T', 1) ?? [];
  return {
    from: values('from').length === 1 ? addresses('from').map((address) => address.toLowerCase()) : [],
    deliveredTo: addresses('delivered-to', 'x-original-to', 'envelope-to'),
    writtenTo: addresses('to', 'cc'),
    subject: mail?.subject ?? '',
    messageId: mail?.messageId,
    sentOn: /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
    authentication: values('authentication-results'),
  };
}

function addressesIn(line: string): string[] {
  return addressParser(line, { flatten: true }).flatMap(({ address = '' }) => (address === '' ? [] : [address]));
}
