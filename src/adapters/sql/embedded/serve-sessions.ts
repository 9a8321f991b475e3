import { createServer, type Server, type Socket } from 'node:net';
import {
  type ClientMessage,
  createMessageReader,
  hostFailure,
  REQUEST,
  sessionStatus,
  simpleQuery,
  welcome,
} from './client-messages.ts';

/** The one session a PGlite has: takes whole exchanges, answers with all that came of them. */
export type Exchange = (request: Uint8Array) => Promise<Uint8Array>;

/** Messages after which the server is to answer: query, sync, flush. */
const ENDS_EXCHANGE = ['Q', 'S', 'H'];

/**
 * Lets many clients use the one session of an embedded database, one exchange after the other; who is within a transaction has the session to
 * himself until it ends. Prepared statements with names and session settings would be shared: nobody may use them.
 */
export function serveSessions(exchange: Exchange, version: string): Server {
  const turns = createTurns();
  return createServer((socket) => {
    serve(socket, turns, { exchange, version }).catch(() => socket.destroy());
  });
}

interface Turns {
  /** Resolves when it is one's turn, with the function that ends it. */
  take(): Promise<() => void>;
}

function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    take: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const before = last;
      last = promise;
      await before;
      return resolve;
    },
  };
}

async function serve(
  socket: Socket,
  turns: Turns,
  { exchange, version }: { readonly exchange: Exchange; readonly version: string },
): Promise<void> {
  const read = createMessageReader();
  let request: Uint8Array[] = [];
  let endTurn: (() => void) | undefined;
  const answer = async (): Promise<void> => {
    endTurn ??= await turns.take();
    const bytes = Buffer.concat(request);
    request = [];
    const answered = await exchange(bytes);
    if (!socket.destroyed) socket.write(answered);
    if (sessionStatus(answered) === 'I') {
      endTurn();
      endTurn = undefined;
    }
  };
  const take = async (message: ClientMessage): Promise<boolean> => {
    if (message.request !== undefined) return start(socket, message.request, version);
    if (message.type === 'X') return false;
    request.push(message.bytes);
    if (ENDS_EXCHANGE.includes(message.type)) await answer();
    return true;
  };
  try {
    for await (const chunk of socket) for (const message of read(chunk)) if (!(await take(message))) return;
  } catch {
    if (!socket.destroyed) socket.write(hostFailure());
  } finally {
    // Whoever leaves within a transaction, or dies, takes nothing of it along.
    if (endTurn !== undefined) await exchange(simpleQuery('rollback')).finally(endTurn);
    socket.end();
  }
}

/** Answers a first message; false when the connection is at its end. */
function start(socket: Socket, request: number, version: string): boolean {
  if (request === REQUEST.cancel) return false;
  socket.write(request === REQUEST.ssl || request === REQUEST.gss ? 'N' : welcome(version));
  return true;
}
