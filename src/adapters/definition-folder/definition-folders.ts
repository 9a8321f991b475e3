import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseDefinition } from '#definitions/parse-definition.ts';
import { pipelineCardSchema } from '#definitions/pipeline-card.schema.ts';

/** Enough for a permit of a permit of a permit; two that are based on each other end somewhere. */
const DEEPEST = 4;

/** The folder of a pipeline and those it is based on, in the order in which files are looked for. A card that is wrong ends the list: reading it tells why. */
export async function definitionFolders(folder: string): Promise<string[]> {
  const folders = [folder];
  for (let at = folder; folders.length < DEEPEST; ) {
    const base = await baseOf(at);
    if (base === undefined) break;
    at = join(dirname(folder), base);
    if (folders.includes(at)) break;
    folders.push(at);
  }
  return folders;
}

async function baseOf(folder: string): Promise<string | undefined> {
  try {
    const card = await parseDefinition(
      'pipeline.yaml',
      await readFile(join(folder, 'pipeline.yaml'), 'utf8'),
      pipelineCardSchema,
    );
    return card.ok ? card.value.basedOn : undefined;
  } catch {
    return undefined;
  }
}
