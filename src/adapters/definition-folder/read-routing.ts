import type { DefinitionProblem } from '#definitions/definition-problem.ts';
import { type Routing, routingSchema } from '#definitions/routing.schema.ts';
import { definitionFolders } from './definition-folders.ts';
import { DefinitionReader } from './read-definitions.ts';

/** Who translates what, if the pipeline or the one it is based on says so. */
export async function readRouting(
  folder: string,
): Promise<{ readonly routing: Routing | undefined; readonly problems: readonly DefinitionProblem[] }> {
  const reader = new DefinitionReader(await definitionFolders(folder));
  const routing = await reader.optionalFile('routing.yaml', routingSchema);
  return { routing, problems: reader.problems };
}
