import { createServer } from 'node:http';
import { freePort } from '../../test/support/servers/server-process.ts';

/** A program of somebody else that is told what happens; every tenth time it is out of order. */
export interface WebhookReceiver {
  readonly url: string;
  /** Deliveries that it took, each once. */
  readonly taken: ReadonlySet<string>;
  /** How often it was told what it had taken already. */
  repeated(): number;
  close(): void;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const taken = new Set<string>();
  let asked = 0;
  let repeated = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      asked += 1;
      const isAway = asked % 10 === 0;
      const id = String(request.headers['webhook-id']);
      if (!isAway && taken.has(id)) repeated += 1;
      if (!isAway) taken.add(id);
      response.writeHead(isAway ? 503 : 204).end();
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${port}/`, taken, repeated: () => repeated, close: () => server.close() };
}
