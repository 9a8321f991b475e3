import { createHash } from 'node:crypto';
import type { Casework } from '#definitions/casework/casework.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Routing } from '#definitions/routing.schema.ts';
import { loadCasework } from '../../casework/load-casework.ts';
import { loadPipeline } from '../../load-pipeline.ts';
import { loadRouting } from '../../translations/load-routing.ts';
import { onceIn } from './once-in.ts';

/** What the web app judges, names and sends papers by. */
export interface Knowledge {
  /** Another text for other knowledge of any kind. */
  readonly version: string;
  readonly pipeline: Pipeline;
  readonly casework: Casework;
  /** Undefined where the pipeline sends nothing to translators by itself. */
  readonly routing: Routing | undefined;
}

/** Somebody may be writing rules while the server runs. */
const FRESH_MS = 30_000;
const DIGITS = 16;

/** Reads all of it. Throws `DefinitionFailure`. */
export async function readKnowledge(pipelineId: string): Promise<Knowledge> {
  const [pipeline, casework, routing] = await Promise.all([
    loadPipeline(pipelineId),
    loadCasework(pipelineId),
    loadRouting(pipelineId),
  ]);
  const beside = createHash('sha256').update(JSON.stringify({ casework, routing })).digest('hex');
  return { version: `${pipeline.version} ${beside.slice(0, DIGITS)}`, pipeline, casework, routing };
}

/** Reads it once in half a minute, however many ask. Throws `DefinitionFailure`. */
export function createKnowledge(pipelineId: string): () => Promise<Knowledge> {
  return onceIn(FRESH_MS, () => readKnowledge(pipelineId));
}
