import type { LiasseFailure } from '#domain/failure.ts';
import { openKeeping } from '../keeping/open-keeping.ts';
import { openQueue } from '../keeping/open-queue.ts';
import { type RunWorkerOptions, workThrough } from '../keeping/run-worker.ts';
import { type Observation, observe, type Serve } from '../observe.ts';
import type { OperatorView } from '../operator-view.ts';
import { keepTending } from '../translations/tend-translations.ts';
import { openWeb, type Web, type WebSettings } from './open-web.ts';
import { offerSetupCode } from './setup/offer-setup-code.ts';

export interface RunServerOptions {
  readonly settings: WebSettings;
  /** Opens the port. */
  readonly listen: (web: Web, view: OperatorView) => ReturnType<Serve>;
  /** How work is done in this process; undefined: others do it. */
  readonly work:
    | Omit<RunWorkerOptions, 'serve' | 'stop' | 'abort' | 'onTrouble' | 'pipelineId' | 'isDraining'>
    | undefined;
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
  /** With the link at which the first administrator is made, while there is none. */
  readonly onReady: (state: { readonly setupLink: string | undefined }) => void;
  readonly onTrouble: (failure: LiasseFailure) => void;
}

/**
 * The web app, and a worker in the same process unless others work, until it is told to stop: then no more is answered or begun, and what is under way
 * is finished. Throws `address-taken` and what `openKeeping` and `workThrough` throw.
 */
export async function runServer(options: RunServerOptions): Promise<void> {
  const { settings, listen, work, stop, onReady } = options;
  await using closing = new AsyncDisposableStack();
  const keeping = await openKeeping();
  closing.defer(() => keeping.close());
  const web = await openWeb(keeping, settings);
  closing.defer(() => web.close());
  closing.defer(keepTending(keeping, settings.pipelineId));
  const observation = await observe({ command: 'serve', keeping, stop, serve: (view) => listen(web, view) });
  closing.defer(() => observation.close());
  // What came in as a whole before the last stop, and was not received.
  await web.uploads.tidy();
  onReady({ setupLink: await offerSetupCode(web) });
  if (work === undefined) await serveOnly(web, observation, options);
  else {
    const { abort, onTrouble } = options;
    const { pipelineId } = settings;
    await workThrough(keeping, observation, { ...work, pipelineId, isDraining: false, stop, abort, onTrouble });
  }
}

/** Others work; the queue is there to know whether they are paused. */
async function serveOnly({ keeping }: Web, observation: Observation, { stop }: RunServerOptions): Promise<void> {
  const queue = await openQueue(keeping, { onTrouble: observation.onTrouble });
  observation.ready(queue);
  try {
    if (!stop.aborted)
      await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    await queue.close();
  }
}
