import { join } from 'node:path';
import { createFolderArtifactStore } from '#adapters/artifact-stores/create-folder-artifact-store.ts';
import { createMemoryArtifactStore } from '#adapters/artifact-stores/create-memory-artifact-store.ts';
import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { createFolderDecisionStore } from '#adapters/home-folder/create-folder-decision-store.ts';
import { createFolderPaperStore } from '#adapters/home-folder/create-folder-paper-store.ts';
import { createUprightPages } from '#adapters/upright-pages/create-upright-pages.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Reading } from '#definitions/reading.schema.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';
import type { Bilingual } from '#domain/findings.ts';
import { DEFAULT_LIMITS, type Limits } from '#domain/limits.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { chooseModels } from '#stages/read-page/choose-models.ts';
import { chooseRecognizer, type EngineChoice } from './choose-recognizer.ts';
import { casesFolder, learningPlaces } from './config.ts';
import { withWhatWasLearned } from './learned-pipeline.ts';
import { loadPipeline } from './load-pipeline.ts';
import { createModelAdvice } from './model-advice.ts';
import type { ProcessedDocument } from './process-file.ts';
import type { Profile } from './profile.ts';
import { type IntakeOptions, type IntakeProgress, type IntakeTools, runIntake } from './run-intake.ts';
import { stageFinished } from './telemetry-events.ts';

export type { IntakeProgress } from './run-intake.ts';

export interface AppOptions {
  readonly pipelineId: string;
  /** Remember what is computed under this name; undefined leaves nothing behind. */
  readonly caseName?: string | undefined;
  /** Pages read at the same time. */
  readonly workers: number;
  /** Holds to what persons decided, and judges by what was learned from it; not for measuring, which measures Liasse. */
  readonly isLearning?: boolean;
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
  /** Is told of stages and documents. */
  readonly telemetry?: Telemetry | undefined;
}

/** Liasse, put together: the only place that chooses adapters. Close it, or its threads keep the process alive. */
export interface App {
  readonly reviewFlag: string;
  labels(language: keyof Bilingual): { typeLabel(id: string): string; flagLabel(code: string): string };
  intake(options: IntakeOptions & { readonly paths: readonly string[] }): AsyncGenerator<ProcessedDocument>;
  /** Each file apart, as if it were the only one: the documents of every file, in the order given. For measuring. */
  intakeApart(
    files: readonly { readonly path: string; readonly asOf: string }[],
    options: Omit<IntakeOptions, 'asOf'>,
  ): Promise<readonly (readonly ProcessedDocument[])[]>;
  close(): Promise<void>;
}

/** Reads the pipeline (throws `DefinitionFailure`, `engine-missing`) and makes the tools. */
export async function createApp(options: AppOptions): Promise<App> {
  const { profile, telemetry, limits = DEFAULT_LIMITS } = options;
  const access = createFileAccess({ limits, passwords: options.passwords });
  // Engines and threads start on other cores while this one reads the pipeline: half a second of a short run.
  access.warmUp();
  const starting = chooseRecognizer(
    options.engine ?? 'auto',
    { workers: options.workers, pageTimeoutMs: limits.readingTimeoutMs },
    (durationMs) => {
      profile?.onEngineWork(durationMs);
      telemetry?.tell({ event: 'engine-worked', durationMs });
    },
  );
  const loading = loadPipeline(options.pipelineId).then(
    options.isLearning ? withWhatWasLearned : (pipeline) => pipeline,
  );
  const [pipeline, whole] = await allOrNone(loading, starting, access);
  const recognizer = expecting(options.languages, pipeline.reading, whole);
  const { caseName } = options;
  const decisions = options.isLearning ? await createFolderDecisionStore(learningPlaces().decisions).all() : [];
  const papers = createFolderPaperStore(casesFolder());
  const tools: IntakeTools = {
    telemetry,
    decisions: decisionsInForce(decisions),
    keeper:
      caseName === undefined
        ? undefined
        : {
            save: (paper) => papers.save(caseName, paper),
            keepOnly: (sha256, ids) => papers.keepOnly(caseName, sha256, ids),
          },
    source: createFileSource(limits, access),
    opener: access,
    workers: options.workers,
    // A model that is only not expected in this run is not missing.
    advice: createModelAdvice(pipeline.reading, whole.models),
    environment: {
      tools: {
        pages: profile?.watchPages(access) ?? access,
        recognizer: profile?.watchRecognizer(recognizer) ?? recognizer,
        uprightPages: createUprightPages(access),
        codeReader: access.codes,
      },
      pipeline,
      store:
        caseName === undefined
          ? createMemoryArtifactStore()
          : createFolderArtifactStore(join(casesFolder(), caseName, 'artifacts')),
      observer: {
        onStage: (event) => {
          profile?.onStage(event);
          telemetry?.tell(stageFinished(event));
        },
      },
      inFlight: new Map(),
    },
  };
  return {
    reviewFlag: pipeline.flags.reviewFlag,
    labels: (language) => ({
      typeLabel: (id) => pipeline.documentTypes[id]?.label[language] ?? id,
      flagLabel: (code) => pipeline.flags.flags[code]?.label[language] ?? code,
    }),
    intake: ({ paths, ...rest }) => runIntake(paths, rest, tools),
    intakeApart: (files, rest) => intakeApart(files, rest, tools),
    close: async () => {
      await Promise.all([recognizer.close(), access.stop()]);
    },
  };
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

async function intakeApart(
  files: readonly { readonly path: string; readonly asOf: string }[],
  options: Omit<IntakeOptions, 'asOf'>,
  tools: IntakeTools,
): Promise<ProcessedDocument[][]> {
  const results: ProcessedDocument[][] = files.map(() => []);
  const startedAt = performance.now();
  let next = 0;
  let filesDone = 0;
  let pagesDone = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file === undefined) return;
      let pagesOfFile = 0;
      const onProgress = (progress: IntakeProgress): void => {
        pagesDone += progress.pagesDone - pagesOfFile;
        pagesOfFile = progress.pagesDone;
      };
      results[index] = await Array.fromAsync(
        runIntake([file.path], { ...options, asOf: file.asOf, onProgress }, tools),
      );
      filesDone += 1;
      options.onProgress({ files: files.length, filesDone, pagesDone, elapsedMs: performance.now() - startedAt });
    }
  };
  await Promise.all(Array.from({ length: tools.workers + 1 }, work));
  return results;
}
