import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { LiasseFailure } from '#domain/failure.ts';

/** Where to listen; port 0 takes any that is free. */
export interface HttpAddress {
  readonly host: string;
  readonly port: number;
}

export interface HttpServer {
  /** Where it listens. */
  readonly port: number;
  /** Ends at once: those who wait for an answer get none. */
  close(): Promise<void>;
}

/** Opens the port of a server, or closes the server. Throws `address-taken`. */
export async function listenAt(
  server: Pick<FastifyInstance, 'listen' | 'close' | 'server'>,
  { host, port }: HttpAddress,
): Promise<HttpServer> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    throw new LiasseFailure('address-taken', '', { cause: error });
  }
  return { port: portOf(server.server.address()), close: () => server.close() };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
