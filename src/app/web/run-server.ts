import { giveMemoryBack } from '#adapters/machine/give-memory-back.ts';
import type { LiasseFailure } from '#domain/failure.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { openKeeping } from '../keeping/open-keeping.ts';
import { openQueue } from '../keeping/open-queue.ts';
import { loadPipeline } from '../load-pipeline.ts';
import { observe, type Serve } from '../observe.ts';
import type { OperatorView } from '../operator-view.ts';
import { keepTending } from '../translations/tend-translations.ts';
import { openWeb, type Web, type WebSettings } from './open-web.ts';
import { offerSetupCode } from './setup/offer-setup-code.ts';
import { workBeside } from './work/work-beside.ts';
import type { HowToWork } from './work/work-messages.ts';

export interface RunServerOptions {
  readonly settings: WebSettings;
  /** Opens the port. */
  readonly listen: (web: Web, view: OperatorView) => ReturnType<Serve>;
  /** How work is done beside this process; undefined: others do it. */
  readonly work: Omit<HowToWork, 'pipelineId'> | undefined;
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
  /** With the link at which the first administrator is made, while there is none. */
  readonly onReady: (state: { readonly setupLink: string | undefined }) => void;
  readonly onTrouble: (failure: LiasseFailure) => void;
}

/**
 * The web app, and a process beside it that works unless others do, until it is told to stop: then no more is answered or begun, and what is under way
 * is finished. Throws `address-taken`, `DefinitionFailure` and what `openKeeping` throws.
 */
export async function runServer(options: RunServerOptions): Promise<void> {
  const { settings, listen, work, stop, abort, onReady, onTrouble } = options;
  const { pipelineId } = settings;
  await using closing = new AsyncDisposableStack();
  closing.defer(giveMemoryBack());
  // What is wrong with it is said before anything is opened.
  await loadPipeline(pipelineId);
  const keeping = await openKeeping();
  closing.defer(() => keeping.close());
  // Opened before there is anything to tell it to.
  let telemetry: Telemetry | undefined;
  const later: Telemetry = { tell: (event, thrown) => telemetry?.tell(event, thrown) };
  const web = await openWeb(keeping, { ...settings, telemetry: later });
  closing.defer(() => web.close());
  closing.defer(keepTending(keeping, settings.pipelineId));
  const observation = await observe({ command: 'serve', keeping, stop, serve: (view) => listen(web, view) });
  closing.defer(() => observation.close());
  telemetry = observation.telemetry;
  web.judging.start();
  // What came in as a whole before the last stop, and was not received.
  await web.uploads.tidy();
  // There to know whether work is paused.
  const queue = await openQueue(keeping, { onTrouble: observation.onTrouble });
  closing.defer(() => queue.close());
  observation.ready(queue);
  onReady({ setupLink: await offerSetupCode(web) });
  if (work === undefined) await untilAborted(stop);
  else
    await workBeside({
      ...{ how: { ...work, pipelineId }, stop, abort },
      onReady: () => undefined,
      onEvent: observation.count,
      onTrouble: (failure) => {
        observation.onTrouble(failure);
        onTrouble(failure);
      },
    });
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
