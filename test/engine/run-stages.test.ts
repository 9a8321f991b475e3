import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMemoryArtifactStore } from '#adapters/artifact-stores/create-memory-artifact-store.ts';
import { absentArtifact, boardOf } from '#engine/board.ts';
import { type BoundStage, bindStage, fillBoard, runStages, type StageEnvironment } from '#engine/run-stages.ts';
import type { StageSpec } from '#engine/stage.ts';

interface Artifacts {
  seed: string;
  words: { text: string };
  kind: { id: string };
}
interface Tools {
  recognizer: { fingerprint: string; read: (bytes: string) => string };
}
interface Rules {
  cues: { words: string[] };
  routing: { to: string };
}

const pipeline: Rules = { cues: { words: ['police'] }, routing: { to: 'anyone' } };
const recognizer = { fingerprint: 'v1', read: (bytes: string) => bytes.trim() };

/** Two stages in a row; `ran` tells which of them really computed. */
function aPipeline(change: { wordsVersion?: number } = {}) {
  const ran: string[] = [];
  const words: StageSpec<Artifacts, Tools, Rules, 'words', 'seed', 'recognizer', null> = {
    name: 'words',
    version: change.wordsVersion ?? 1,
    needs: ['seed'],
    uses: ['recognizer'],
    selectRules: () => null,
    run: ({ inputs, tools }) => {
      ran.push('words');
      return { text: tools.recognizer.read(inputs.seed) };
    },
    isFinal: ({ text }) => text !== 'timed out',
  };
  const kind: StageSpec<Artifacts, Tools, Rules, 'kind', 'words', never, Rules['cues']> = {
    name: 'kind',
    version: 1,
    needs: ['words'],
    uses: [],
    selectRules: (rules) => rules.cues,
    run: ({ inputs, rules }) => {
      ran.push('kind');
      return { id: rules.words.some((word) => inputs.words.text.includes(word)) ? 'police' : 'none' };
    },
  };
  const stages: BoundStage<Artifacts, Tools, Rules>[] = [
    bindStage(words, z.object({ text: z.string() })),
    bindStage(kind, z.object({ id: z.string() })),
  ];
  return { stages, ran };
}

function environment(change: Partial<StageEnvironment<Tools, Rules>> = {}): StageEnvironment<Tools, Rules> {
  return {
    tools: { recognizer },
    pipeline,
    store: createMemoryArtifactStore(),
    signal: new AbortController().signal,
    observer: { onStage: () => undefined },
    inFlight: new Map(),
    ...change,
  };
}

describe('runStages', () => {
  const seeds = { seed: 'police report' };

  it.each([
    { what: 'nothing', change: {}, reran: [] },
    {
      what: 'a rule the stage uses',
      change: { pipeline: { ...pipeline, cues: { words: ['report'] } } },
      reran: ['kind'],
    },
    { what: 'a rule no stage uses', change: { pipeline: { ...pipeline, routing: { to: 'someone' } } }, reran: [] },
    {
      what: 'the order of keys in the rules',
      change: { pipeline: { routing: pipeline.routing, cues: pipeline.cues } },
      reran: [],
    },
    {
      what: 'the recogniser, whose words stay the same (early cut-off)',
      change: { tools: { recognizer: { ...recognizer, fingerprint: 'v2' } } },
      reran: ['words'],
    },
    {
      what: 'the recogniser, and its words',
      change: { tools: { recognizer: { fingerprint: 'v2', read: () => 'police REPORT' } } },
      reran: ['words', 'kind'],
    },
  ])('after a change of $what runs again: $reran', async ({ change, reran }) => {
    const { stages, ran } = aPipeline();
    const before = environment();
    await runStages(stages, seeds, before);
    ran.length = 0;
    await runStages(stages, seeds, { ...before, ...change });
    expect(ran).toEqual(reran);
  });

  it('runs a stage again when its version is raised', async () => {
    const first = environment();
    await runStages(aPipeline().stages, seeds, first);
    const { stages, ran } = aPipeline({ wordsVersion: 2 });
    await runStages(stages, seeds, first);
    expect(ran).toEqual(['words']);
  });

  it('computes once what two runs need at the same time', async () => {
    const { stages, ran } = aPipeline();
    const shared = environment();
    await Promise.all([runStages(stages, seeds, shared), runStages(stages, seeds, shared)]);
    expect(ran).toEqual(['words', 'kind']);
    expect(shared.inFlight.size).toBe(0);
  });

  it('remembers nothing of a stage that failed, and resumes there', async () => {
    let broken = true;
    const read = (bytes: string): string => {
      if (broken) throw new Error('crash');
      return bytes;
    };
    const { stages, ran } = aPipeline();
    const shared = environment({ tools: { recognizer: { fingerprint: 'v1', read } } });
    await expect(runStages(stages, seeds, shared)).rejects.toThrow('crash');
    broken = false;
    await expect(runStages(stages, seeds, shared)).resolves.toMatchObject({ kind: { id: 'police' } });
    expect(ran).toEqual(['words', 'words', 'kind']);
  });

  it('uses a result that is not final without remembering it', async () => {
    const { stages, ran } = aPipeline();
    const shared = environment({ tools: { recognizer: { fingerprint: 'v1', read: () => 'timed out' } } });
    await runStages(stages, seeds, shared);
    await runStages(stages, seeds, shared);
    expect(ran.filter((stage) => stage === 'words')).toHaveLength(2);
  });

  it('computes again what the store gives back garbled', async () => {
    const { stages, ran } = aPipeline();
    await runStages(
      stages,
      seeds,
      environment({ store: { find: async () => ({ text: 7 }), save: async () => undefined } }),
    );
    expect(ran).toEqual(['words', 'kind']);
  });

  it('gives a fresh artifact in the very form of a remembered one, and refuses one that does not fit its schema', async () => {
    const disordered: StageSpec<Artifacts, Tools, Rules, 'words', 'seed', never, null> = {
      name: 'words',
      version: 1,
      needs: ['seed'],
      uses: [],
      selectRules: () => null,
      run: () => ({ extra: 1, text: 'x' }),
    };
    const shared = environment();
    const stages = [bindStage(disordered, z.object({ text: z.string() }))];
    const fresh = await runStages(stages, seeds, shared);
    expect(JSON.stringify(await runStages(stages, seeds, shared))).toBe(JSON.stringify(fresh));
    await expect(
      runStages([bindStage(disordered, z.object({ text: z.never() }))], seeds, environment()),
    ).rejects.toThrow('does not fit its schema');
  });

  it('takes an earlier artifact whose key is the same, and loads nothing that it was made of', async () => {
    const { stages, ran } = aPipeline();
    const shared = environment();
    const before = await fillBoard(stages, { seeds: boardOf<Artifacts>(seeds), earlier: {} }, shared);
    ran.length = 0;
    const absent = absentArtifact({ key: null, digest: before.seed?.digest ?? '' }, () =>
      Promise.reject(new Error('loaded')),
    );
    const earlier = { ...before };
    const again = await fillBoard(stages, { seeds: { seed: absent }, earlier }, environment());
    expect(ran).toEqual([]);
    expect(again).toMatchObject({ words: { key: before.words?.key }, kind: { key: before.kind?.key } });
    expect(await again.kind?.load()).toEqual({ id: 'police' });
    const changed = environment({ pipeline: { ...pipeline, cues: { words: ['report'] } } });
    await fillBoard(stages, { seeds: { seed: absent }, earlier }, changed);
    expect(ran).toEqual(['kind']);
    const other = environment({ tools: { recognizer: { ...recognizer, fingerprint: 'v2' } } });
    await expect(fillBoard(stages, { seeds: { seed: absent }, earlier }, other)).rejects.toThrow('loaded');
  });

  it('starts nothing after an abort', async () => {
    const { stages, ran } = aPipeline();
    await expect(runStages(stages, seeds, environment({ signal: AbortSignal.abort() }))).rejects.toThrow();
    expect(ran).toEqual([]);
  });
});
