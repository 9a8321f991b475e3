import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

/** A server whose routes are typed by the zod schemas of `http/contract`. */
export type WebServer = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Sets what sign-in wants to be kept in the browser. */
export function setCookies(reply: Pick<FastifyReply, 'header'>, cookies: readonly string[]): void {
  // Fastify adds to cookies that are set already.
  for (const cookie of cookies) reply.header('set-cookie', cookie);
}
