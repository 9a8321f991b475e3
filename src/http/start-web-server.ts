import { createServer, type ServerOptions } from './create-server.ts';
import { type HttpAddress, type HttpServer, listenAt } from './listen-at.ts';

/** Opens the port of the web app. Throws `address-taken`. */
export async function startWebServer(options: ServerOptions, address: HttpAddress): Promise<HttpServer> {
  const { server } = await createServer(options);
  return listenAt(server, address);
}
