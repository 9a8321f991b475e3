import { summariseCase } from '#domain/case-summary.ts';
import type { WorkItem } from '#ports/work-queue.ts';
import { today } from '../today.ts';
import { routeCase } from '../translations/route-case.ts';
import { keepClient } from './keep-client.ts';
import type { Keeping } from './open-keeping.ts';

/** Judges a case over its documents, once all of its files are settled, and keeps what came of it. */
export async function processCase(item: Pick<WorkItem, 'subject'>, keeping: Keeping): Promise<undefined> {
  const documents = await keeping.results.ofCase(item.subject);
  const copies = new Set(
    (await keeping.files.ofCase(item.subject)).filter(({ copyOf }) => copyOf !== null).map(({ id }) => id),
  );
  const judged = documents.map(({ judgement, fileId }) => ({ record: judgement.record, isCopy: copies.has(fileId) }));
  await keeping.cases.summarise(item.subject, summariseCase(judged));
  await keepClient(keeping, { caseId: item.subject, documents });
  await routeCase(keeping, item.subject, { documents, asOf: today() });
}
