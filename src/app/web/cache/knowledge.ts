import type { Casework } from '#definitions/casework/casework.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Routing } from '#definitions/routing.schema.ts';
import { loadCasework } from '../../casework/load-casework.ts';
import { loadPipeline } from '../../load-pipeline.ts';
import { loadRouting } from '../../translations/load-routing.ts';

/** What the web app judges, names and sends papers by. */
export interface Knowledge {
  readonly pipeline: Pipeline;
  readonly casework: Casework;
  /** Undefined where the pipeline sends nothing to translators by itself. */
  readonly routing: Routing | undefined;
}

/** Somebody may be writing rules while the server runs. */
const FRESH_MS = 30_000;

/** Reads it once in half a minute, however many ask. Throws `DefinitionFailure`. */
export function createKnowledge(pipelineId: string, freshMs = FRESH_MS): () => Promise<Knowledge> {
  let latest: { readonly at: number; readonly known: Promise<Knowledge> } | undefined;
  const read = async (): Promise<Knowledge> => {
    const [pipeline, casework, routing] = await Promise.all([
      loadPipeline(pipelineId),
      loadCasework(pipelineId),
      loadRouting(pipelineId),
    ]);
    return { pipeline, casework, routing };
  };
  return () => {
    if (latest !== undefined && performance.now() - latest.at <= freshMs) return latest.known;
    const one = { at: performance.now(), known: read() };
    latest = one;
    one.known.catch(() => {
      if (latest === one) latest = undefined;
    });
    return one.known;
  };
}
