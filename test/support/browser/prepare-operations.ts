import { keepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';
import { runKnowledge } from '#app/reprocessing/run-knowledge.ts';
import { deskOf, doAllWork, keepPapers, readerBy } from '../archive-desk.ts';
import { withDatedFlag } from '../changed-pipelines.ts';
import { filePart } from '../file-parts.ts';
import { humanitarianPipeline } from '../humanitarian-pipeline.ts';
import { datedLetter, undatedLetter } from '../letters.ts';

/** In the home of a running server: papers, a run that is to be decided on, work in somebody’s hands and work that was put aside; id of the run. */
export async function prepareOperations(home: string): Promise<string> {
  const keeping = await openKeeping(keepingPlaces({ LIASSE_HOME: home }));
  try {
    const runId = await aRun(keeping);
    for (const [name, code] of [
      ['un', 'worker-died'],
      ['deux', 'worker-died'],
      ['trois', 'damaged-pdf'],
    ] as const)
      await bury(keeping, await receive(keeping, `lettre-${name}.txt`), code);
    await receive(keeping, 'lettre-quatre.txt');
    const { id: caseId } = await keeping.cases.open('Okonkwo');
    await keeping.work.add([{ kind: 'case', subject: caseId, caseId, workClass: 'live' }]);
    const work = await keeping.work.find('case', caseId);
    await keeping.work.claimOne(work?.id ?? '', 'poste-2~4026531836:812:77', 3_600_000);
    return runId;
  } finally {
    await keeping.close();
  }
}

async function aRun(keeping: Keeping): Promise<string> {
  const pipeline = await humanitarianPipeline();
  const [before, now] = [await readerBy(withDatedFlag(pipeline)), await readerBy(pipeline)];
  const letters = ['A', 'B', 'C'].map((mark) => [`lettre-${mark}.txt`, datedLetter(`Okonkwo ${mark}`)] as const);
  const papers = { ...Object.fromEntries(letters), 'lettre-D.txt': undatedLetter('Okonkwo') };
  await keepPapers(deskOf(keeping, before), papers, 'Okonkwo');
  const caseId = (await keeping.cases.open('Okonkwo')).id;
  const scope = { caseId, type: null, before: null, asOf: null, isJudgingOnly: true };
  const run = await keeping.runs.plan(scope, runKnowledge(now));
  await doAllWork(deskOf(keeping, now));
  await Promise.all([before.close(), now.close()]);
  return run?.id ?? '';
}

async function receive(keeping: Keeping, name: string): Promise<string> {
  const parts = async function* () {
    yield filePart(name, `Okonkwo ${name}`);
  };
  const into = { caseName: 'Okonkwo', via: 'upload', asOf: '2026-11-26' } as const;
  const [receipt] = await Array.fromAsync(createReception(keeping).receive(parts(), into));
  return receipt?.fileId ?? '';
}

async function bury(keeping: Keeping, fileId: string, code: string): Promise<void> {
  const work = await keeping.work.find('file', fileId);
  await keeping.work.claimOne(work?.id ?? '', 'test', 60_000);
  await keeping.work.bury(work?.id ?? '', 'test', { code });
}
