import type { DefinitionProblem } from '#definitions/definition-problem.ts';
import { type TrainingPaper, trainingPapersSchema } from '#definitions/training-papers.schema.ts';
import { definitionFolders } from './definition-folders.ts';
import { DefinitionReader } from './read-definitions.ts';

/** All training papers of a pipeline folder, in the order of file names, and what is wrong with those that can't be used. */
export async function readTrainingPapers(
  pipelineFolder: string,
): Promise<{ readonly papers: TrainingPaper[]; readonly problems: readonly DefinitionProblem[] }> {
  const reader = new DefinitionReader(await definitionFolders(pipelineFolder));
  const files = await reader.folder('training', trainingPapersSchema);
  const papers = [...files.values()].flatMap(({ language, papers: byType }) =>
    Object.entries(byType).flatMap(([type, texts]) => texts.map((text) => ({ type, language, text }))),
  );
  return { papers, problems: reader.problems };
}
