import { pictureOfPage } from '#app/web/documents/picture-of-page.ts';
import { readOriginal } from '#app/web/documents/read-original.ts';
import { readPage } from '#app/web/documents/read-page.ts';
import type { Web } from '#app/web/open-web.ts';
import { answers } from '../contract/answers.ts';
import { documentParamsSchema, pageParamsSchema, pictureQuerySchema, shownPageSchema } from '../contract/documents.ts';
import { seatOf } from '../guard/seat-of.ts';
import type { WebServer } from '../web-server.ts';

/** The pages of a paper: what was read, how it looks, and the file that it came in. */
export function addPageRoutes(server: WebServer, web: Web): void {
  server.route({
    method: 'GET',
    url: '/api/documents/:documentId/pages/:page',
    config: { access: 'see-cases' },
    schema: {
      description: 'What was read on a page; its number is that within the file.',
      params: pageParamsSchema,
      response: answers(shownPageSchema),
    },
    handler: (request) => readPage(seatOf(request), request.params.documentId, request.params.page),
  });
  server.route({
    method: 'GET',
    url: '/api/documents/:documentId/pages/:page/image',
    config: { access: 'see-cases' },
    schema: {
      description: 'The upright page as WebP. Browsers may keep it, and ask each time whether they still may show it.',
      params: pageParamsSchema,
      querystring: pictureQuerySchema,
    },
    handler: async (request, reply) => {
      const { documentId, page } = request.params;
      const wish = { key: documentId, page, width: Number(request.query.width) };
      const { tag, draw } = await pictureOfPage(web, seatOf(request), wish);
      const etag = `"${tag}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      const { bytes, mediaType } = await draw();
      return reply.type(mediaType).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  });
  server.route({
    method: 'GET',
    url: '/api/documents/:documentId/original',
    config: { access: 'see-cases' },
    schema: {
      description: 'The file that the paper came in, as an attachment.',
      params: documentParamsSchema,
    },
    handler: async (request, reply) => {
      const { name, bytes } = await readOriginal(seatOf(request), request.params.documentId);
      return reply
        .header('content-disposition', attachment(name))
        .type('application/octet-stream')
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  });
}

/** RFC 6266: a plain name for old programs, the whole one for the others; nothing in it ends the header. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._ -]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
