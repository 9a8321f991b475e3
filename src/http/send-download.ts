import type { FastifyReply } from 'fastify';

/** What a browser is to save and not to show: should it be opened all the same, it runs nothing and asks nobody. */
export function asDownload(
  reply: FastifyReply,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', contentDisposition(name))
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    .header('cache-control', 'no-store');
}

/** The name for browsers that know only ASCII, and as it is (RFC 6266). */
function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
