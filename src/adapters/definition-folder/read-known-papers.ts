import type { DefinitionProblem } from '#definitions/definition-problem.ts';
import { type HeldBack, heldBackSchema } from '#definitions/held-back.schema.ts';
import type { TrainingPaper } from '#definitions/training-papers.schema.ts';
import { definitionFolders } from './definition-folders.ts';
import { DefinitionReader } from './read-definitions.ts';
import { readTrainingPapers } from './read-training-papers.ts';

/** The training papers of a pipeline folder and what is known of them (undefined when that is missing or wrong), and all problems. */
export async function readKnownPapers(pipelineFolder: string): Promise<{
  readonly papers: readonly TrainingPaper[];
  readonly heldBack: HeldBack | undefined;
  readonly problems: readonly DefinitionProblem[];
}> {
  const reader = new DefinitionReader(await definitionFolders(pipelineFolder));
  const heldBack = await reader.file('models/held-back.json', heldBackSchema);
  const { papers, problems } = await readTrainingPapers(pipelineFolder);
  return { papers, heldBack, problems: [...reader.problems, ...problems] };
}
