import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import { paperKey } from '#domain/paper-key.ts';
import type { KeptCase, KeptFile } from '#ports/kept-files.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { documentText } from '#text/line-text.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { pagesOf } from '../keeping/pages-of.ts';

/** Everything that judging a kept case starts from, as of a day: its documents in force with their text, in the order in which they came in. */
export async function caseInput(keeping: Keeping, { id }: Pick<KeptCase, 'id'>, asOf: string): Promise<CaseInput> {
  const [documents, files, facts, pairs] = await Promise.all([
    keeping.results.ofCase(id),
    keeping.files.ofCase(id),
    keeping.cases.facts(id),
    keeping.translations.pairsOf(id),
  ]);
  const byId = new Map(files.map((file) => [file.id, file]));
  const papers: CasePaper[] = [];
  for (const document of documents) {
    const { fileId, pageFrom, judgement } = document;
    const file = byId.get(fileId);
    if (file === undefined) continue;
    papers.push({
      key: paperKey(fileId, pageFrom),
      record: judgement.record,
      ...(await readingOf(keeping, file, document)),
      copyOf: firstOf(file, files, pageFrom),
      position: papers.length + 1,
    });
  }
  return { papers, facts, asOf, ...(pairs.length === 0 ? {} : { pairs }) };
}

/** The text, empty where no page could be read, and how the pages were taken. */
async function readingOf(
  { pages }: Keeping,
  { sha256 }: KeptFile,
  document: KeptDocument,
): Promise<Pick<CasePaper, 'text' | 'capture'>> {
  if (sha256 === null) return { text: '' };
  const read = await pagesOf(pages, sha256, document);
  const geometries = read.map(({ geometry }) => geometry);
  return {
    text: documentText({ pages: read }),
    capture: {
      isPhoto: geometries.some(({ quad }) => quad !== null),
      skewDegrees: Math.max(0, ...geometries.map(({ skewDegrees }) => Math.abs(skewDegrees))),
    },
  };
}

/** The same pages of the first file with these bytes; null when this is the first. */
function firstOf({ id, sha256, copyOf }: KeptFile, files: readonly KeptFile[], pageFrom: number): string | null {
  if (copyOf === null) return null;
  const first = files.find((file) => file.sha256 === sha256 && file.copyOf === null && file.id !== id);
  return first === undefined ? null : paperKey(first.id, pageFrom);
}
