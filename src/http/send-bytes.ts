import type { FastifyReply } from 'fastify';

/** A picture of a page: shown, and kept by nobody. */
export function sendPicture(
  reply: FastifyReply,
  { mediaType, bytes }: { readonly mediaType: string; readonly bytes: Uint8Array },
): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', 'inline')
    .header('x-content-type-options', 'nosniff')
    .type(mediaType)
    .send(Buffer.from(bytes));
}

/** A file as it came, which no browser opens as a page of ours. The page that asks gives it its name. */
export function sendAttachment(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', 'attachment')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type('application/octet-stream')
    .send(Buffer.from(bytes));
}
