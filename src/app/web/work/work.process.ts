import { asFailure } from '#domain/failure.ts';
import { openKeeping } from '../../keeping/open-keeping.ts';
import { workThrough } from '../../keeping/run-worker.ts';
import { observe } from '../../observe.ts';
import { type HowToWork, type News, orderSchema } from './work-messages.ts';

/**
 * The process that reads and judges beside `liasse serve`: recognisers, PDF files and thousands of artifacts at a time hold up no page that somebody
 * waits for. It ends with the server, and says what keeps it from starting before it ends.
 */
const [stop, abort] = [new AbortController(), new AbortController()];
// A terminal sends Ctrl-C to both; the server decides.
process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined);
process.on('disconnect', () => {
  stop.abort();
  abort.abort();
});
process.on('message', (message) => {
  const order = orderSchema.parse(message);
  if (order.order === 'work') void work(order.how).then(end, fail);
  else stop.abort();
  if (order.order === 'abort') abort.abort();
});

async function work(how: HowToWork): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const keeping = await openKeeping();
  closing.defer(() => keeping.close());
  const observation = await observe({ command: 'worker', keeping, stop: stop.signal });
  closing.defer(() => observation.close());
  const { telemetry } = observation;
  const told = {
    ...observation,
    telemetry: {
      tell: (...[event, thrown]: Parameters<typeof telemetry.tell>) => {
        telemetry.tell(event, thrown);
        send({ news: 'event', event });
      },
    },
  };
  await workThrough(keeping, told, {
    ...how,
    ...{ passwords: [], isDraining: false, stop: stop.signal, abort: abort.signal },
    onReady: () => send({ news: 'ready' }),
    onSettled: () => undefined,
    onTrouble: ({ code }) => send({ news: 'trouble', code }),
  });
}

function send(news: News): void {
  // The server is gone: its end is told by `disconnect`.
  if (process.connected) process.send?.(news, undefined, undefined, () => undefined);
}

function end(): void {
  process.exit(0);
}

function fail(error: unknown): void {
  if (!process.connected) process.exit(1);
  process.send?.({ news: 'trouble', code: asFailure(error).code } satisfies News, undefined, undefined, () =>
    process.exit(1),
  );
}
