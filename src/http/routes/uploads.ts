import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Web } from '#app/web/open-web.ts';
import { retryFile } from '#app/web/uploads/retry-file.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { uploadLabel } from '#domain/upload-label.ts';
import { collectBytes } from '../collect-bytes.ts';
import { answers } from '../contract/answers.ts';
import { caseParamsSchema, fileRowSchema } from '../contract/cases.ts';
import {
  announcedUploadSchema,
  fileParamsSchema,
  receiptSchema,
  unfinishedSchema,
  uploadParamsSchema,
} from '../contract/uploads.ts';
import { seatOf } from '../guard/seat-of.ts';
import { readTusMetadata, sendTusAnswer, tusRequest } from '../tus-request.ts';
import type { WebServer } from '../web-server.ts';

const TUS = `The tus protocol, version 1 (https://tus.io), with creation and termination. Begin with \`Upload-Length\` and
\`Upload-Metadata: caseId …,name …,relativePath …\` (values in base64). The answer to the last byte is the receipt.`;
const ONE_FILE = `One file in one piece, for scripts:
\`curl -T scan.pdf -X POST -H 'Authorization: Bearer liasse_…' -H 'Content-Type: application/octet-stream' -H 'X-File-Name: scan.pdf' …/files\`.
The name is percent-encoded UTF-8. What it is is found out from its bytes. Over a bad line use /api/uploads, which goes on where it stopped.`;

/** `/api/uploads`: files come in. Their bytes are taken as they are; what they are is found out later, from the bytes alone. */
export async function addUploadRoutes(server: WebServer, web: Web): Promise<void> {
  await server.register(async (own) => {
    // Left in the request, to be read as they come.
    own.addContentTypeParser(['application/offset+octet-stream', 'application/octet-stream'], (_, __, done) =>
      done(null),
    );
    addTusRoutes(own, web);
    addFileRoutes(own, web);
  });
}

function addTusRoutes(server: WebServer, { uploads }: Web): void {
  const config = { access: 'change-cases' } as const;
  server.route({
    method: 'POST',
    url: '/api/uploads',
    config,
    schema: { description: TUS },
    handler: async (request, reply) => {
      const { data } = announcedUploadSchema.safeParse(readTusMetadata(request.headers['upload-metadata']));
      const sizeBytes = Number(request.headers['upload-length']);
      if (data === undefined || !Number.isSafeInteger(sizeBytes) || sizeBytes < 0)
        throw new LiasseFailure('wrong-request', 'upload');
      return sendTusAnswer(reply, await uploads.begin(seatOf(request), { ...data, sizeBytes }, tusRequest(request)));
    },
  });
  const goOn = async (
    request: FastifyRequest<{ Params: { uploadId: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> =>
    sendTusAnswer(reply, await uploads.goOn(seatOf(request), request.params.uploadId, tusRequest(request)));
  const schema = { description: TUS, params: uploadParamsSchema };
  server.route({ method: 'HEAD', url: '/api/uploads/:uploadId', config, schema, handler: goOn });
  server.route({ method: 'PATCH', url: '/api/uploads/:uploadId', config, schema, handler: goOn });
  server.route({ method: 'DELETE', url: '/api/uploads/:uploadId', config, schema, handler: goOn });
  server.route({
    method: 'GET',
    url: '/api/uploads/:uploadId',
    config,
    schema: { description: 'The receipt, told again.', params: uploadParamsSchema, response: answers(receiptSchema) },
    handler: async (request) => ({ files: await uploads.receipt(seatOf(request), request.params.uploadId) }),
  });
}

function addFileRoutes(server: WebServer, { uploads }: Web): void {
  const config = { access: 'change-cases' } as const;
  server.route({
    method: 'GET',
    url: '/api/cases/:caseId/uploads',
    config,
    schema: {
      description: 'My unfinished uploads into a case.',
      params: caseParamsSchema,
      response: answers(unfinishedSchema),
    },
    handler: async (request) => ({ uploads: await uploads.unfinished(seatOf(request), request.params.caseId) }),
  });
  server.route({
    method: 'POST',
    url: '/api/cases/:caseId/files',
    config,
    schema: { description: ONE_FILE, params: caseParamsSchema, response: answers(receiptSchema) },
    handler: async (request) => {
      const label = uploadLabel(nameOf(request.headers['x-file-name']), undefined);
      const seat = seatOf(request);
      const { caseId } = request.params;
      await uploads.check(seat, caseId);
      const bytes = await collectBytes(request.raw, uploads.limits.fileBytes);
      return { files: await uploads.receive(seat, caseId, { label, bytes }) };
    },
  });
  server.route({
    method: 'POST',
    url: '/api/files/:fileId/retry',
    config,
    schema: { params: fileParamsSchema, response: answers(fileRowSchema) },
    handler: (request) => retryFile(seatOf(request), request.params.fileId),
  });
}

/** Percent-encoded, since headers know no other letters. Throws `wrong-request`. */
function nameOf(header: unknown): string {
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : 'file';
  } catch {
    throw new LiasseFailure('wrong-request', 'x-file-name');
  }
}
