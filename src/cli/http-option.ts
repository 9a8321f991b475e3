import { InvalidArgumentError, Option } from 'commander';
import type { Serve } from '#app/observe.ts';
import type { HttpAddress } from '#http/listen-at.ts';

const HIGHEST_PORT = 65_535;

/** `--http`: for commands that stay. */
export function httpOption(): Option {
  return new Option(
    '--http <address>',
    'answer /health, /ready and /metrics (Prometheus) there, such as 127.0.0.1:9464',
  ).argParser(parseHttpAddress);
}

/** `host:port`, or a port of this machine only. Throws `InvalidArgumentError`. */
export function parseHttpAddress(text: string): HttpAddress {
  const [, bracketed, bare, digits = ''] = /^(?:(?:\[([^\]]+)\]|([^:[\]]+))?:)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > HIGHEST_PORT)
    throw new InvalidArgumentError('an address such as 127.0.0.1:9464 is expected, or a port.');
  return { host: bracketed ?? bare ?? '127.0.0.1', port };
}

/** Opens that port on what operators may see; undefined when none was asked for. */
export function serveAt(address: HttpAddress | undefined): Serve | undefined {
  if (address === undefined) return undefined;
  return async (view) => {
    const { startHttpServer } = await import('#http/start-http-server.ts');
    return startHttpServer(view, address);
  };
}
