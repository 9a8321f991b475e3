import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { createUprightPages } from '#adapters/upright-pages/create-upright-pages.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Reading } from '#definitions/reading.schema.ts';
import { DEFAULT_LIMITS, type Limits } from '#domain/limits.ts';
import type { ArtifactStore } from '#ports/artifact-store.ts';
import type { FileOpener, FileSource } from '#ports/file-opener.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import type { Tools } from '#stages/define-stage.ts';
import { chooseModels } from '#stages/read-page/choose-models.ts';
import { chooseRecognizer, type EngineChoice } from './choose-recognizer.ts';
import { createModelAdvice, type ModelAdvice } from './model-advice.ts';
import type { DocumentEnvironment } from './process-document.ts';
import type { Profile } from './profile.ts';
import { stageFinished } from './telemetry-events.ts';

export interface ReaderOptions {
  /** Pages read at the same time. */
  readonly workers: number;
  /** Which engine reads; by default the faster one that is there. */
  readonly engine?: EngineChoice;
  /** Only these languages are expected (ISO 639); undefined: found by Liasse. */
  readonly languages?: readonly string[] | undefined;
  /** Passwords to try on locked PDF files. */
  readonly passwords: readonly string[];
  /** How much one input may ask for. */
  readonly limits?: Limits | undefined;
  /** Listens to where the time goes. */
  readonly profile?: Profile | undefined;
  /** Nothing is started before the first file is opened: for whoever may not have to read at all. */
  readonly isStandingBy?: boolean;
  /** Is told of stages, the engine's work, documents. */
  readonly telemetry?: Telemetry | undefined;
}

/** All that it takes to read files and judge them. Close it, or its threads keep the process alive. */
export interface Reader {
  readonly pipeline: Pipeline;
  readonly source: FileSource;
  readonly opener: FileOpener;
  readonly tools: Tools;
  /** Which models are missing for what was read. */
  readonly advice: ModelAdvice;
  readonly workers: number;
  readonly telemetry?: Telemetry | undefined;
  environment(store: ArtifactStore): Omit<DocumentEnvironment, 'signal'>;
  /** The same tools with other knowledge; closing one closes both. */
  judgingBy(pipeline: Pipeline): Reader;
  close(): Promise<void>;
}

/** Makes the tools while the pipeline is loaded. Throws `DefinitionFailure`, `engine-missing`. */
export async function createReader(loading: Promise<Pipeline>, options: ReaderOptions): Promise<Reader> {
  const { profile, telemetry, limits = DEFAULT_LIMITS } = options;
  const access = createFileAccess({ limits, passwords: options.passwords });
  // Engines and threads start on other cores while this one reads the pipeline: half a second of a short run.
  if (options.isStandingBy !== true) access.warmUp();
  const starting = chooseRecognizer(
    options.engine ?? 'auto',
    { workers: options.workers, pageTimeoutMs: limits.readingTimeoutMs },
    (durationMs) => {
      profile?.onEngineWork(durationMs);
      telemetry?.tell({ event: 'engine-worked', durationMs });
    },
  );
  const [pipeline, whole] = await allOrNone(loading, starting, access);
  const recognizer = expecting(options.languages, pipeline.reading, whole);
  const tools: Tools = {
    pages: profile?.watchPages(access) ?? access,
    recognizer: profile?.watchRecognizer(recognizer) ?? recognizer,
    uprightPages: createUprightPages(access),
    codeReader: access.codes,
  };
  const inFlight = new Map<string, Promise<unknown>>();
  const judgingBy = (knowledge: Pipeline): Reader => ({
    pipeline: knowledge,
    tools,
    judgingBy,
    source: createFileSource(limits, access),
    opener: access,
    workers: options.workers,
    telemetry,
    // A model that is only not expected in this run is not missing.
    advice: createModelAdvice(knowledge.reading, whole.models),
    environment: (store) => ({
      tools,
      pipeline: knowledge,
      store,
      observer: {
        onStage: (event) => {
          profile?.onStage(event);
          telemetry?.tell(stageFinished(event));
        },
      },
      inFlight,
    }),
    close: async () => {
      await Promise.all([recognizer.close(), access.stop()]);
    },
  });
  return judgingBy(pipeline);
}

/** Both, or the first failure after whatever was started has ended. */
async function allOrNone(
  loading: Promise<Pipeline>,
  starting: Promise<TextRecognizer>,
  access: FileAccess,
): Promise<[Pipeline, TextRecognizer]> {
  try {
    return await Promise.all([loading, starting]);
  } catch (error) {
    await Promise.allSettled([access.stop(), starting.then((recognizer) => recognizer.close())]);
    throw error;
  }
}

/** The recogniser with only the models of the expected languages; all of them when none are named, or when none has a model. */
function expecting(
  languages: readonly string[] | undefined,
  reading: Reading,
  recognizer: TextRecognizer,
): TextRecognizer {
  const models = chooseModels(reading, recognizer.models).ofLanguages(languages ?? []);
  if (models.length === 0) return recognizer;
  return { ...recognizer, models, fingerprint: `${recognizer.fingerprint} only ${models.join('+')}` };
}
