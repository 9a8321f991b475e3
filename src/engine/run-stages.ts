import type { ArtifactStore } from '#ports/artifact-store.ts';
import type { StageObserver } from '#ports/stage-observer.ts';
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
  /** Adds the stage's artifact to `artifacts`, from memory where its key is known. */
  execute(artifacts: Partial<Artifacts>, environment: StageEnvironment<Tools, Pipeline>): Promise<void>;
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
>(
  spec: StageSpec<Artifacts, Tools, Pipeline, Name, Need, Use, Rules>,
  schema: ArtifactSchema<Artifacts[Name]>,
): BoundStage<Artifacts, Tools, Pipeline> {
  return {
    name: spec.name,
    version: spec.version,
    execute: async (artifacts, environment) => {
      environment.signal.throwIfAborted();
      if (!hasArtifacts(artifacts, spec.needs)) throw new Error(`stage ${spec.name}: a needed artifact is missing`);
      const rules = spec.selectRules(environment.pipeline, artifacts);
      const key = stageKey({
        stage: spec.name,
        version: spec.version,
        inputs: spec.needs.map((need) => digestOf(artifacts[need])),
        rules: digestOf(rules),
        tools: spec.uses.map((use) => environment.tools[use].fingerprint),
      });
      const compute = async (): Promise<Artifacts[Name]> => {
        const found = schema.safeParse(await environment.store.find(key));
        if (found.success) {
          environment.observer.onStage({ stage: spec.name, outcome: 'reused', durationMs: 0 });
          return found.data;
        }
        const startedAt = performance.now();
        const { tools, signal } = environment;
        // A fresh artifact takes the same way as a remembered one, or the two could differ in what is printed of them.
        const made = schema.safeParse(await spec.run({ inputs: artifacts, tools, rules, signal }));
        if (!made.success) throw new Error(`stage ${spec.name}: its artifact does not fit its schema`);
        const artifact = made.data;
        if (spec.isFinal?.(artifact) ?? true) await environment.store.save(key, artifact);
        environment.observer.onStage({
          stage: spec.name,
          outcome: 'computed',
          durationMs: performance.now() - startedAt,
        });
        return artifact;
      };
      Object.assign(artifacts, { [spec.name]: await sharedComputation(environment.inFlight, key, compute) });
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
  const artifacts: Partial<Artifacts> = { ...seeds };
  for (const stage of stages) {
    await stage.execute(artifacts, environment);
    await letOthersWork();
  }
  return artifacts;
}

/** Thinking holds up the thread; between two thoughts, engines that have read a page are given the next one. */
function letOthersWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Whether all the named artifacts are there; narrows the type accordingly. */
export function hasArtifacts<Artifacts extends object, Name extends keyof Artifacts>(
  artifacts: Partial<Artifacts>,
  names: readonly Name[],
): artifacts is Partial<Artifacts> & Pick<Artifacts, Name> {
  return names.every((name) => artifacts[name] !== undefined);
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
