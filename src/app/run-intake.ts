import PQueue from 'p-queue';
import type { DecisionsInForce } from '#domain/decisions-in-force.ts';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { FilePart, RefusedPart } from '#ports/file-opener.ts';
import type { KeptPaper } from '#ports/paper-store.ts';
import { buildFailedRecord } from './build-record.ts';
import { inOrder } from './in-order.ts';
import type { DocumentEnvironment } from './process-document.ts';
import { type ProcessedDocument, processFile } from './process-file.ts';
import type { Reader } from './reader.ts';
import { documentJudged } from './telemetry-events.ts';

/** How far a run is. Counts only: no names, no content. */
export interface IntakeProgress {
  readonly files: number;
  readonly filesDone: number;
  readonly pagesDone: number;
  readonly elapsedMs: number;
}

export interface IntakeOptions {
  /** The day the papers are judged, ISO 8601. */
  readonly asOf: string;
  /** Language of the sentences for the adviser in errors. */
  readonly language: keyof Bilingual;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IntakeProgress) => void;
}

/** What an intake works with; made by the composition root. */
export interface IntakeTools {
  readonly reader: Pick<Reader, 'source' | 'opener' | 'workers' | 'advice' | 'telemetry'>;
  readonly environment: Omit<DocumentEnvironment, 'signal'>;
  /** What persons decided until now. */
  readonly decisions: DecisionsInForce;
  /** Keeps the papers that are read; undefined leaves nothing behind. */
  readonly keeper?: PaperKeeper | undefined;
}

/** Takes the papers that are read. */
export interface PaperKeeper {
  save(paper: KeptPaper): Promise<void>;
  /** Called when a file is read to its end, with all its papers. */
  keepOnly(sha256: string, ids: readonly string[]): Promise<void>;
}

/** Pages prepared while the workers read: no worker waits for a decoder, and an engine that reads several in one go finds several. */
export const PAGES_AHEAD = 6;

/**
 * Reads everything below the paths and judges it, in the order of the files. A file that can't be read gives one failed record and
 * the rest go on. Throws `cancelled` once the signal is given; documents that came before stay valid.
 */
export async function* runIntake(
  paths: readonly string[],
  options: IntakeOptions,
  tools: IntakeTools,
): AsyncGenerator<ProcessedDocument> {
  const progress = createProgress(options);
  const pages = new PQueue({ concurrency: tools.reader.workers + PAGES_AHEAD });
  const environment: DocumentEnvironment = { ...tools.environment, signal: options.signal };
  const { id, version } = environment.pipeline;
  const seen = new Map<string, string>();

  async function* judgePart(part: FilePart | RefusedPart): AsyncGenerator<ProcessedDocument> {
    const failed = (thrown: unknown): ProcessedDocument => {
      const sha256 = part.sha256 === undefined ? {} : { sha256: part.sha256 };
      const origin = { file: part.name, pipeline: { id, version }, ...sha256 };
      const record = buildFailedRecord(origin, asFailure(thrown), options.language);
      tools.reader.telemetry?.tell(documentJudged(record), thrown);
      return { record, text: '', pages: null, artifacts: null, keys: {} };
    };
    try {
      if ('failure' in part) {
        yield failed(new LiasseFailure(part.failure));
        return;
      }
      if (part.isContainer) return;
      const duplicateOf = seen.get(part.sha256) ?? null;
      if (duplicateOf === null) seen.set(part.sha256, part.name);
      const file = await tools.reader.opener.open(part, options.signal);
      try {
        const ids: string[] = [];
        const kept = async (paper: KeptPaper): Promise<void> => {
          ids.push(paper.id);
          await tools.keeper?.save(paper);
        };
        yield* processFile(
          file,
          { name: part.name, sha256: part.sha256, duplicateOf, asOf: options.asOf },
          {
            environment,
            decisions: tools.decisions,
            onPaper: (paper) => kept(paper),
            language: options.language,
            advice: tools.reader.advice,
            telemetry: tools.reader.telemetry,
            onPageSlot: (work) => pages.add(work),
            pagesAhead: tools.reader.workers + PAGES_AHEAD,
            onPage: () => progress.pageDone(),
          },
        );
        await tools.keeper?.keepOnly(part.sha256, ids);
      } finally {
        await file.close();
      }
    } catch (error) {
      if (asFailure(error).code === 'cancelled' || options.signal.aborted) throw new LiasseFailure('cancelled');
      yield failed(error);
    } finally {
      progress.fileDone();
    }
  }

  yield* inOrder(
    tools.reader.source.parts(paths, options.signal, progress.filesFound),
    tools.reader.workers + PAGES_AHEAD,
    judgePart,
  );
}

export function createProgress({ onProgress }: IntakeOptions) {
  const startedAt = performance.now();
  const state = { files: 0, filesDone: 0, pagesDone: 0 };
  const tell = (): void => onProgress({ ...state, elapsedMs: performance.now() - startedAt });
  const step =
    (name: keyof typeof state) =>
    (count = 1): void => {
      state[name] += count;
      tell();
    };
  return { filesFound: step('files'), fileDone: step('filesDone'), pageDone: step('pagesDone') };
}
