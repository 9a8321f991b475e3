import { checkPipelines } from '../../check-pipelines.ts';
import type { DoctorEnvironment } from '../doctor-environment.ts';
import { type Finding, finding } from '../findings.ts';

const PROBLEMS_TOLD = 5;

/** Can every pipeline be used? */
export async function checkAllPipelines({ pipelines: folder }: Pick<DoctorEnvironment, 'pipelines'>): Promise<Finding> {
  const { pipelines, problems } = await checkPipelines(folder);
  return problems.length > 0 || pipelines.length === 0
    ? finding('broken', 'pipelines-wrong', { problems: problems.slice(0, PROBLEMS_TOLD) })
    : finding('ok', 'pipelines-good', { pipelines: pipelines.map(({ id }) => id) });
}
