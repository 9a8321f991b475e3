import { isAboutPages } from '#domain/decisions-in-force.ts';
import { judgePlace, judgeWholeFile } from '../../desk/judge-at-desk.ts';
import { undoing } from '../../desk/undo-decisions.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';
import { type DocumentInScope, documentInScope } from './document-in-scope.ts';
import { pipelineInForce } from './pipeline-in-force.ts';
import { type DocumentView, readDocument } from './read-document.ts';

/** Takes decisions back; what held before them is in force when this resolves. Throws `not-found`, `decision-overtaken`. */
export async function undo(
  web: Web,
  seat: Seat,
  { key, ids }: { readonly key: string; readonly ids: readonly string[] },
): Promise<DocumentView> {
  const found = await documentInScope(seat, key);
  // Of this paper, and of where papers begin in its file: nothing else can be taken back from here.
  const known = await seat.keeping.decisions.about({ documents: [found.document.id], sha256: found.sha256 });
  await seat.keeping.decisions.add(undoing(known, ids, new Date().toISOString()));
  const undone = known.filter(({ id }) => ids.includes(id)).map(({ decision }) => decision);
  const pipeline = await pipelineInForce(web);
  const twins = await twinsOf(seat, found);
  if (undone.some(isAboutPages)) {
    for (const fileId of new Set(twins.map((twin) => twin.fileId)))
      await judgeWholeFile(seat.keeping, fileId, pipeline);
  } else for (const twin of twins) await judgePlace(seat.keeping, twin, pipeline);
  return readDocument(web, seat, key);
}

/** The same pages of the same bytes, wherever they lie. */
async function twinsOf({ keeping }: Seat, { document }: DocumentInScope): Promise<DocumentInScope['document'][]> {
  const others = (await keeping.results.byId(document.id)).filter(
    ({ id, fileId }) => id === document.id && fileId !== document.fileId,
  );
  return [document, ...others];
}
