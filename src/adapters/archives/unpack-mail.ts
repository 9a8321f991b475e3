import msgReader from '@kenjiuno/msgreader';
import PostalMime from 'postal-mime';
import { LiasseFailure } from '#domain/failure.ts';
import type { ExpansionBudget } from './expansion-budget.ts';
import { safeName } from './safe-name.ts';
import type { UnpackedFile } from './unpack-zip.ts';

/** Name under which the text of an e-mail comes out, beside its attachments. */
const BODY_NAME = 'message.txt';

/** The text and the attachments of an EML file; attached e-mails come out as files of their own. Throws `damaged-archive`. */
export async function* unpackEml(bytes: Uint8Array, budget: ExpansionBudget): AsyncGenerator<UnpackedFile> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' }).catch(
    (error: unknown) => {
      throw new LiasseFailure('damaged-archive', 'eml', { cause: error });
    },
  );
  const from = mail.from?.name || mail.from?.address || '';
  yield* body(
    { subject: mail.subject ?? '', from, date: mail.date ?? '', text: mail.text ?? textOfHtml(mail.html ?? '') },
    budget,
  );
  for (const [index, attachment] of mail.attachments.entries()) {
    // Pictures inside the text (logos of signatures) are not papers.
    if (attachment.related === true && attachment.mimeType.startsWith('image/')) continue;
    const content =
      typeof attachment.content === 'string'
        ? new TextEncoder().encode(attachment.content)
        : new Uint8Array(attachment.content);
    budget.countEntry();
    budget.countBytes(content.length);
    const isMail = attachment.mimeType === 'message/rfc822';
    yield { name: safeName(attachment.filename ?? `attachment-${index + 1}${isMail ? '.eml' : ''}`), bytes: content };
  }
}

/** The text and the attachments of an Outlook MSG file. Throws `damaged-archive`. */
export async function* unpackMsg(bytes: Uint8Array, budget: ExpansionBudget): AsyncGenerator<UnpackedFile> {
  const reader = new msgReader.default(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const message = reader.getFileData();
  if (message.error !== undefined) throw new LiasseFailure('damaged-archive', 'msg');
  const head = {
    subject: message.subject ?? '',
    from: message.senderName ?? '',
    date: message.messageDeliveryTime ?? '',
  };
  yield* body({ ...head, text: message.body ?? '' }, budget);
  for (const [index, attachment] of (message.attachments ?? []).entries()) {
    const { fileName, content } = reader.getAttachment(attachment);
    budget.countEntry();
    budget.countBytes(content.length);
    yield { name: safeName(fileName === '' ? `attachment-${index + 1}` : fileName), bytes: content };
  }
}

interface MailText {
  readonly subject: string;
  readonly from: string;
  readonly date: string;
  readonly text: string;
}

async function* body(mail: MailText, budget: ExpansionBudget): AsyncGenerator<UnpackedFile> {
  if (mail.text.trim() === '') return;
  const bytes = new TextEncoder().encode(`${mail.subject}\n${mail.from}\n${mail.date}\n\n${mail.text}`);
  budget.countEntry();
  budget.countBytes(bytes.length);
  yield { name: BODY_NAME, bytes };
}

/** The words of an HTML text; nothing of it is ever shown or followed. */
function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<(br|p|div|tr|li|h[1-6])\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
