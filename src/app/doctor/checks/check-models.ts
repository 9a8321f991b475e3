import { loadPipeline } from '../../load-pipeline.ts';
import { checkModels, listModels } from '../../models.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

/** Is every recognition model what it was when it came, byte for byte? */
export async function checkReadingModels(
  { models }: Pick<DoctorEnvironment, 'models'>,
  pipelineId: string,
): Promise<Finding> {
  const spoilt = checkModels([], models).filter(({ state }) => state === 'changed' || state === 'missing');
  const of = (isAdded: boolean): string[] =>
    spoilt.filter(({ source }) => (source === 'added') === isAdded).map(({ id }) => id);
  if (spoilt.length > 0) return finding('broken', 'models-spoilt', { packaged: of(false), added: of(true) });
  const { reading } = await loadPipeline(pipelineId);
  const list = listModels(reading, models);
  return finding('ok', 'models-good', { models: list.models.length, lacking: list.gaps.length });
}
