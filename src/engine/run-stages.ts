import type { ArtifactStore } from '#ports/artifact-store.ts';
import type { StageObserver } from '#ports/stage-observer.ts';
import { type Board, boardOf, loadArtifacts, namesOf, presentArtifact } from './board.ts';
import type { Fingerprinted, StageSpec } from './stage.ts';
import { digestOf, stageKey } from './stage-key.ts';

/** Checks a remembered artifact before it is trusted; a zod schema fits. */
interface ArtifactSchema<Artifact> {
  safeParse(value: unknown): { success: true; data: Artifact } | { success: false };
}

/** What all stages of a run share. `inFlight` lets two equal computations become one. */
export interface StageEnvironment<Tools, Pipeline> {
  readonly tools: Tools;
  readonly pipeline: Pipeline;
  readonly store: ArtifactStore;
  readonly signal: AbortSignal;
  readonly observer: StageObserver;
  readonly inFlight: Map<string, Promise<unknown>>;
}

/** A stage whose type parameters are closed over, so that stages of one scope fit in one list. */
export interface BoundStage<Artifacts extends object, Tools, Pipeline> {
  readonly name: string;
  readonly version: number;
  /**
   * Adds the stage's artifact to the board: the one of the earlier board where its key is the same, else from memory where its key is known. Whether
   * it had to be computed.
   */
  execute(run: {
    readonly board: Board<Artifacts>;
    readonly earlier: Board<Artifacts>;
    readonly environment: StageEnvironment<Tools, Pipeline>;
  }): Promise<boolean>;
}

/** Binds a stage to the schema its remembered artifact must fit. */
export function bindStage<
  Artifacts extends object,
  Tools extends { [Name in keyof Tools]: Fingerprinted },
  Pipeline,
  Name extends keyof Artifacts & string,
  Need extends keyof Artifacts & string,
  Use extends keyof Tools & string,
  Rules,
  Look extends Need,
>(
  spec: StageSpec<Artifacts, Tools, Pipeline, Name, Need, Use, Rules, Look>,
  schema: ArtifactSchema<Artifacts[Name]>,
): BoundStage<Artifacts, Tools, Pipeline> {
  /** The artifact of that key as it is remembered; undefined when it is not. */
  const recall = async (key: string, { store, observer }: StageEnvironment<Tools, Pipeline>) => {
    const found = schema.safeParse(await store.find(key));
    if (!found.success) return undefined;
    observer.onStage({ stage: spec.name, outcome: 'reused', durationMs: 0 });
    return found.data;
  };
  const compute = async (
    { key, rules }: { readonly key: string; readonly rules: Rules },
    board: Board<Artifacts>,
    { tools, signal, store, observer }: StageEnvironment<Tools, Pipeline>,
  ): Promise<Artifacts[Name]> => {
    const inputs = await loadArtifacts(board, spec.needs);
    const startedAt = performance.now();
    // A fresh artifact takes the same way as a remembered one, or the two could differ in what is printed of them.
    const made = schema.safeParse(await spec.run({ inputs, tools, rules, signal }));
    if (!made.success) throw new Error(`stage ${spec.name}: its artifact does not fit its schema`);
    const artifact = made.data;
    if (spec.isFinal?.(artifact) ?? true) await store.save(key, artifact);
    observer.onStage({ stage: spec.name, outcome: 'computed', durationMs: performance.now() - startedAt });
    return artifact;
  };
  return {
    name: spec.name,
    version: spec.version,
    execute: async ({ board, earlier, environment }) => {
      environment.signal.throwIfAborted();
      const rules = spec.selectRules(environment.pipeline, await loadArtifacts(board, spec.looksAt ?? []));
      const key = stageKey({
        stage: spec.name,
        version: spec.version,
        inputs: spec.needs.map((need) => digestIn(board, need, spec.name)),
        rules: digestOf(rules),
        tools: spec.uses.map((use) => environment.tools[use].fingerprint),
      });
      if (earlier[spec.name]?.key === key) {
        Object.assign(board, { [spec.name]: earlier[spec.name] });
        environment.observer.onStage({ stage: spec.name, outcome: 'reused', durationMs: 0 });
        return false;
      }
      let isComputed = false;
      const artifact = await sharedComputation(environment.inFlight, key, async () => {
        const remembered = await recall(key, environment);
        isComputed = remembered === undefined;
        return remembered ?? compute({ key, rules }, board, environment);
      });
      Object.assign(board, { [spec.name]: presentArtifact(artifact, key) });
      return isComputed;
    },
  };
}

/**
 * Runs the stages in order over the seeds and returns all artifacts. A stage that throws ends the run; what earlier stages
 * computed stays remembered, so the next run resumes where this one ended.
 */
export async function runStages<Artifacts extends object, Tools, Pipeline>(
  stages: readonly BoundStage<Artifacts, Tools, Pipeline>[],
  seeds: Partial<Artifacts>,
  environment: StageEnvironment<Tools, Pipeline>,
): Promise<Partial<Artifacts>> {
  const board = await fillBoard(stages, { seeds: boardOf(seeds), earlier: {} }, environment);
  const artifacts: Partial<Artifacts> = {};
  return Object.assign(artifacts, await loadArtifacts(board, namesOf(board)));
}

/**
 * Runs the stages in order over the seeds; an artifact of `earlier` takes the place of one that would be computed under the same key, and then
 * nothing it was made of is loaded. Returns all artifacts with their keys.
 */
export async function fillBoard<Artifacts extends object, Tools, Pipeline>(
  stages: readonly BoundStage<Artifacts, Tools, Pipeline>[],
  { seeds, earlier }: { readonly seeds: Board<Artifacts>; readonly earlier: Board<Artifacts> },
  environment: StageEnvironment<Tools, Pipeline>,
): Promise<Board<Artifacts>> {
  const board: Board<Artifacts> = { ...seeds };
  for (const stage of stages) if (await stage.execute({ board, earlier, environment })) await letOthersWork();
  return board;
}

/** Thinking holds up the thread; between two thoughts, engines that have read a page are given the next one. */
function letOthersWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function digestIn<Artifacts extends object>(board: Board<Artifacts>, need: keyof Artifacts, stage: string): string {
  const known = board[need];
  if (known === undefined) throw new Error(`stage ${stage}: a needed artifact is missing`);
  return known.digest;
}

/** Two documents with the same content, read at the same time, cost one computation. */
async function sharedComputation<Artifact>(
  inFlight: Map<string, Promise<unknown>>,
  key: string,
  compute: () => Promise<Artifact>,
): Promise<Artifact> {
  // A twin that is under way will have stored its artifact: wait, then look it up. If it failed, this one tries itself.
  const twin = inFlight.get(key);
  if (twin !== undefined) await twin.catch(() => undefined);
  const own = compute();
  inFlight.set(key, own);
  try {
    return await own;
  } finally {
    if (inFlight.get(key) === own) inFlight.delete(key);
  }
}
