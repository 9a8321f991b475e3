import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiasseFailure } from '#domain/failure.ts';

/** What the protocol needs of a request; who asks was looked at before. */
const ASKED = ['tus-resumable', 'upload-offset', 'upload-length', 'content-type', 'content-length'];
/** And of an answer: nothing that opens it to other pages. */
const ANSWERED = ['location', 'upload-offset', 'upload-length', 'tus-resumable', 'cache-control', 'content-type'];

/** A request of the tus protocol as a web request; its bytes are read when the answer is made. */
export function tusRequest(request: FastifyRequest): Request {
  const { method, raw } = request;
  const headers = new Headers();
  for (const name of ASKED) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const url = new URL(request.url, 'http://liasse');
  url.search = '';
  const hasBody = request.headers['content-type'] === 'application/offset+octet-stream';
  if (!hasBody) return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: Readable.toWeb(raw), duplex: 'half' });
}

/** Sends what the protocol answers, under the headers that every answer of ours has. */
export async function sendTusAnswer(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  for (const name of ANSWERED) {
    const value = answer.headers.get(name);
    if (value !== null) reply.header(name, value);
  }
  const body = await answer.text();
  reply.code(answer.status);
  return body === '' ? reply.send() : reply.send(body);
}

/** `Upload-Metadata: name bm9t,caseId …` as an object. Throws `wrong-request`. */
export function readTusMetadata(header: unknown): Record<string, string> {
  if (typeof header !== 'string') throw new LiasseFailure('wrong-request', 'upload-metadata');
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(
    pairs.map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]),
  );
}
