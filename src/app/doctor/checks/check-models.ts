import { installedModels } from '#adapters/tesseract-models/installed-models.ts';
import { loadPipeline } from '../../load-pipeline.ts';
import { checkModels, listModels } from '../../models.ts';
import { pipelineNames } from '../../pipeline-folders.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** Is every recognition model what it was when it came, byte for byte? */
export async function checkReadingModels({
  models,
  pipelines,
}: Pick<DoctorEnvironment, 'models' | 'pipelines'>): Promise<Finding> {
  const spoilt = checkModels([], models).filter(({ state }) => state === 'changed' || state === 'missing');
  const of = (isAdded: boolean): string[] =>
    spoilt.filter(({ source }) => (source === 'added') === isAdded).map(({ id }) => id);
  if (spoilt.length > 0) return finding('broken', 'models-spoilt', { packaged: of(false), added: of(true) });
  const lacking = new Set<string>();
  for (const name of await pipelineNames(pipelines))
    for (const { language } of await gapsOf(name, { models, pipelines })) lacking.add(language);
  return finding('ok', 'models-good', { models: installedModels(models).length, lacking: lacking.size });
}

/** Languages without a model of their own; none of a pipeline that can't be read, of which another check tells. */
async function gapsOf(name: string, { models, pipelines }: Pick<DoctorEnvironment, 'models' | 'pipelines'>) {
  const pipeline = await loadPipeline(name, pipelines).catch(() => undefined);
  return pipeline === undefined ? [] : listModels(pipeline.reading, models).gaps;
}
