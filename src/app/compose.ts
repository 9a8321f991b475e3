import { join } from 'node:path';
import { createFolderArtifactStore } from '#adapters/artifact-stores/create-folder-artifact-store.ts';
import { createMemoryArtifactStore } from '#adapters/artifact-stores/create-memory-artifact-store.ts';
import { createFolderPaperStore } from '#adapters/home-folder/create-folder-paper-store.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';
import type { Bilingual } from '#domain/findings.ts';
import { casesFolder } from './config.ts';
import { intakeIntoCase } from './keeping/intake-into-case.ts';
import { findKeeping, type Keeping, openKeeping } from './keeping/open-keeping.ts';
import { withWhatWasLearned } from './learned-pipeline.ts';
import { loadPipeline } from './load-pipeline.ts';
import { type Labels, labelsOf } from './pipeline-labels.ts';
import type { ProcessedDocument } from './process-file.ts';
import { createReader, type ReaderOptions } from './reader.ts';
import { type IntakeOptions, type IntakeProgress, type IntakeTools, runIntake } from './run-intake.ts';

export type { IntakeProgress } from './run-intake.ts';

export interface AppOptions extends ReaderOptions {
  readonly pipelineId: string;
}

/** Liasse for one intake. Close it, or its threads keep the process alive. */
export interface App {
  readonly reviewFlag: string;
  labels(language: keyof Bilingual): Labels;
  intake(options: IntakeOptions & { readonly paths: readonly string[] }): AsyncGenerator<ProcessedDocument>;
  close(): Promise<void>;
}

/**
 * For an intake that leaves nothing behind, or into a case. Holds to what persons decided, and judges by what was learned from it. Throws
 * `DefinitionFailure`, `engine-missing`, and what `openKeeping` throws.
 */
export async function createApp(options: AppOptions & { readonly caseName?: string | undefined }): Promise<App> {
  const { caseName } = options;
  const opening: Promise<Keeping | undefined> = caseName === undefined ? findKeeping() : openKeeping();
  const loading = Promise.all([loadPipeline(options.pipelineId), opening]).then(([pipeline, keeping]) =>
    withWhatWasLearned(pipeline, keeping?.learnedModels),
  );
  const reader = await createReader(loading, options).catch(async (error: unknown) => {
    await opening.then((keeping) => keeping?.close()).catch(() => undefined);
    throw error;
  });
  const keeping = await opening;
  const decisions = decisionsInForce((await keeping?.decisions.all()) ?? []);
  return {
    reviewFlag: reader.pipeline.flags.reviewFlag,
    labels: (language) => labelsOf(reader.pipeline, language),
    intake: ({ paths, ...rest }) =>
      caseName === undefined || keeping === undefined
        ? runIntake(paths, rest, { reader, decisions, environment: reader.environment(createMemoryArtifactStore()) })
        : intakeIntoCase(paths, { ...rest, caseName }, { reader, keeping }),
    close: async () => {
      await Promise.all([reader.close(), keeping?.close()]);
    },
  };
}

/** Liasse for measuring Liasse: nothing that persons decided counts, and readings are remembered in clear in a folder, under a name. */
export interface MeasuringApp extends Pick<App, 'reviewFlag' | 'close'> {
  /** Each file apart, as if it were the only one: the documents of every file, in the order given. */
  intakeApart(
    files: readonly { readonly path: string; readonly asOf: string }[],
    options: Omit<IntakeOptions, 'asOf'>,
  ): Promise<readonly (readonly ProcessedDocument[])[]>;
}

/** `memoName` undefined: nothing is remembered. Throws `DefinitionFailure`, `engine-missing`. */
export async function createMeasuringApp(
  options: AppOptions & { readonly memoName?: string | undefined },
): Promise<MeasuringApp> {
  const { memoName } = options;
  const reader = await createReader(loadPipeline(options.pipelineId), options);
  const papers = createFolderPaperStore(casesFolder());
  const tools: IntakeTools = {
    reader,
    decisions: decisionsInForce([]),
    environment: reader.environment(
      memoName === undefined
        ? createMemoryArtifactStore()
        : createFolderArtifactStore(join(casesFolder(), memoName, 'artifacts')),
    ),
    keeper:
      memoName === undefined
        ? undefined
        : {
            save: (paper) => papers.save(memoName, paper),
            keepOnly: (sha256, ids) => papers.keepOnly(memoName, sha256, ids),
          },
  };
  return {
    reviewFlag: reader.pipeline.flags.reviewFlag,
    intakeApart: (files, rest) => intakeApart(files, rest, tools),
    close: () => reader.close(),
  };
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
  await Promise.all(Array.from({ length: tools.reader.workers + 1 }, work));
  return results;
}
