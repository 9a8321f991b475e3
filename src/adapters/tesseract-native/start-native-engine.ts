import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LiasseFailure } from '#domain/failure.ts';
import { besideModule } from '../beside-module.ts';
import { orientationOf } from '../tesseract/orientation-of.ts';
import { parseTsv } from '../tesseract/parse-tsv.ts';
import type { OrientingEngine, ReadingEngine } from '../tesseract/pooled-recognizer.ts';
import { within } from '../tesseract/within.ts';
import { ORIENTATION_MODEL } from '../tesseract-models/packaged-models.ts';
import { type EngineQuestion, type EngineReply, engineReplySchema } from './engine-messages.ts';
import type { UnpackedModels } from './unpacked-models.ts';

export interface NativeEngine extends ReadingEngine, OrientingEngine {
  /** Of the library: `5.3.0`. */
  readonly version: string;
}

const PROGRAM = fileURLToPath(besideModule('./engine.process', import.meta.url));
/** Starting Node and loading the library takes a tenth of a second on a machine at rest. */
/** Loaded at the start: most papers are French. */
const FIRST_MODELS = 'fra';
const START_MS = 20_000;
/** Tesseract's page segmentation modes. */
const LAYOUT = { page: 3, block: 6, line: 7 } as const;

/**
 * Starts a process that has loaded the library (a path, or a name that the system finds). One thread each: pages are read side by side
 * already. `cacheFolder` is where Liasse keeps compiled code. Throws `recognizer-failed` when the library can't be loaded.
 */
export async function startNativeEngine(
  library: string,
  models: UnpackedModels,
  cacheFolder: string,
): Promise<NativeEngine> {
  await models.prepare([FIRST_MODELS]);
  const child = fork(PROGRAM, [library, models.path, FIRST_MODELS], {
    // Pixels travel as they are, not as text.
    serialization: 'advanced',
    // What the library prints may name files; nobody reads it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: { NODE_COMPILE_CACHE: join(cacheFolder, 'compiled'), OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
  });
  let waiting = Promise.withResolvers<EngineReply>();
  let loaded = '';
  let pagesRead = 0;
  let cpuMs = 0;
  const fail = (detail: string) => (): void => waiting.reject(new LiasseFailure('recognizer-failed', detail));
  child.on('message', (message) => {
    const reply = engineReplySchema.safeParse(message);
    if (reply.success) waiting.resolve(reply.data);
    else fail('an answer that is none')();
  });
  child.on('error', fail('the engine could not be started'));
  child.on('exit', fail('the engine ended'));

  async function ask(question: EngineQuestion): Promise<EngineReply> {
    await models.prepare(question.models.split('+'));
    if (!child.connected) throw new LiasseFailure('recognizer-failed', 'the engine ended');
    waiting = Promise.withResolvers();
    pagesRead += 1;
    loaded = question.models;
    // A channel that closes under the message is the engine's end, which is told by its exit.
    child.send(question, () => undefined);
    const reply = await waiting.promise;
    cpuMs = reply.cpuMs;
    if (reply.kind === 'failed') throw new LiasseFailure('recognizer-failed', reply.detail);
    return reply;
  }

  async function end(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  try {
    const first = await within(START_MS, new AbortController().signal, waiting.promise);
    cpuMs = first.cpuMs;
    if (first.kind !== 'ready') throw new LiasseFailure('recognizer-failed', 'the engine did not start');
    return {
      version: first.version,
      get models() {
        return loaded;
      },
      get pagesRead() {
        return pagesRead;
      },
      cpuMs: () => Promise.resolve(cpuMs),
      read: async ({ width, height, pixels }, wanted, { layout, settings }) => {
        const image = { width, height, pixels };
        const reply = await ask({ method: 'read', models: wanted, layout: LAYOUT[layout], settings, image });
        return parseTsv(reply.kind === 'read' ? reply.tsv : '', image);
      },
      orient: async ({ width, height, pixels }) => {
        const reply = await ask({ method: 'orient', models: ORIENTATION_MODEL, image: { width, height, pixels } });
        return reply.kind === 'oriented' && reply.found !== null ? orientationOf(reply.found) : null;
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
