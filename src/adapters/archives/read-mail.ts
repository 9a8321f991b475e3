import msgReader from '@kenjiuno/msgreader';
import PostalMime from 'postal-mime';
import { LiasseFailure } from '#domain/failure.ts';
import { checkCompoundFile } from './check-compound-file.ts';
import { safeName } from './safe-name.ts';
import type { UnpackedFile } from './unpack-zip.ts';

/** Name under which the text of an e-mail comes out, beside its attachments. */
const BODY_NAME = 'message.txt';
const OUTLOOK = 'application/vnd.ms-outlook';

/** The text and the attachments of an e-mail (EML or MSG); attached e-mails are files of their own. Throws `damaged-archive`. */
export async function readMail(bytes: Uint8Array, mediaType: string): Promise<UnpackedFile[]> {
  try {
    return mediaType === OUTLOOK ? readMsg(bytes) : await readEml(bytes);
  } catch (error) {
    throw new LiasseFailure('damaged-archive', 'mail', { cause: error });
  }
}

async function readEml(bytes: Uint8Array): Promise<UnpackedFile[]> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });
  const from = mail.from?.name || mail.from?.address || '';
  const text = mail.text ?? textOfHtml(mail.html ?? '');
  return [
    ...body({ subject: mail.subject ?? '', from, date: mail.date ?? '', text }),
    ...mail.attachments.flatMap(({ filename, mimeType, content, related }, index) => {
      // Pictures inside the text (logos of signatures) are not papers.
      if (related === true && mimeType.startsWith('image/')) return [];
      const name = safeName(filename ?? `attachment-${index + 1}${mimeType === 'message/rfc822' ? '.eml' : ''}`);
      return [
        { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content) },
      ];
    }),
  ];
}

function readMsg(bytes: Uint8Array): UnpackedFile[] {
  checkCompoundFile(bytes);
  const reader = new msgReader.default(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const message = reader.getFileData();
  if (message.error !== undefined) throw new LiasseFailure('damaged-archive', 'msg');
  const head = {
    subject: message.subject ?? '',
    from: message.senderName ?? '',
    date: message.messageDeliveryTime ?? '',
  };
  return [
    ...body({ ...head, text: message.body ?? '' }),
    ...(message.attachments ?? []).map((attachment, index) => {
      const { fileName, content } = reader.getAttachment(attachment);
      return { name: safeName(fileName === '' ? `attachment-${index + 1}` : fileName), bytes: content };
    }),
  ];
}

interface MailText {
  readonly subject: string;
  readonly from: string;
  readonly date: string;
  readonly text: string;
}

function body(mail: MailText): UnpackedFile[] {
  if (mail.text.trim() === '') return [];
  const bytes = new TextEncoder().encode(`${mail.subject}\n${mail.from}\n${mail.date}\n\n${mail.text}`);
  return [{ name: BODY_NAME, bytes }];
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
