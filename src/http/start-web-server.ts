import type { AddressInfo } from 'node:net';
import { LiasseFailure } from '#domain/failure.ts';
import { createServer, type ServerOptions } from './create-server.ts';
import type { HttpAddress, HttpServer } from './start-http-server.ts';

/** Opens the port of the web app. Throws `address-taken`. */
export async function startWebServer(options: ServerOptions, { host, port }: HttpAddress): Promise<HttpServer> {
  const { server } = await createServer(options);
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
