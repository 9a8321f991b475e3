import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { paperKey } from '#domain/paper-key.ts';
import type { KeptCase, KeptFile } from '#ports/kept-files.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { documentText } from '#text/line-text.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { pagesOf } from '../keeping/pages-of.ts';
import type { PaperMemory, PaperReading } from './paper-memory.ts';

/** Papers that are opened at once: each waits for its key and its bytes, and all of them together for few of both. */
const AT_ONCE = 16;

/**
 * Everything that judging a kept case starts from, as of a day: its documents in force with their text, in the order in which they came in. What `memory`
 * remembers of them is not opened again.
 */
export async function caseInput(
  keeping: Keeping,
  { id }: Pick<KeptCase, 'id'>,
  { asOf, memory }: { readonly asOf: string; readonly memory?: PaperMemory | undefined },
): Promise<CaseInput> {
  const [documents, files, facts, pairs] = await Promise.all([
    keeping.results.ofCase(id),
    keeping.files.ofCase(id),
    keeping.cases.facts(id),
    keeping.translations.pairsOf(id),
  ]);
  const byId = new Map(files.map((file) => [file.id, file]));
  const ofFiles = documents.flatMap((document) => {
    const file = byId.get(document.fileId);
    return file === undefined ? [] : [{ document, file }];
  });
  const papers: CasePaper[] = [];
  for (let at = 0; at < ofFiles.length; at += AT_ONCE) {
    const some = ofFiles.slice(at, at + AT_ONCE);
    const readings = await Promise.all(some.map((one) => readingOf(keeping, one, memory)));
    for (const [index, { document, file }] of some.entries())
      papers.push({
        key: paperKey(document.fileId, document.pageFrom),
        record: document.judgement.record,
        ...(readings[index] ?? { text: '' }),
        copyOf: firstOf(file, files, document.pageFrom),
        position: papers.length + 1,
      });
  }
  return { papers, facts, asOf, ...(pairs.length === 0 ? {} : { pairs }) };
}

/** The text, empty where no page could be read, and how the pages were taken. */
async function readingOf(
  { pages }: Keeping,
  { document, file: { sha256 } }: { readonly document: KeptDocument; readonly file: KeptFile },
  memory: PaperMemory | undefined,
): Promise<PaperReading> {
  if (sha256 === null) return { text: '' };
  const open = async (): Promise<PaperReading> => asReading(await pagesOf(pages, sha256, document));
  const { digest } = document.keys['document-pages'] ?? {};
  return memory === undefined || digest === undefined ? open() : memory.reading(`${sha256} ${digest}`, open);
}

function asReading(pages: readonly DocumentPage[]): PaperReading {
  const geometries = pages.map(({ geometry }) => geometry);
  return {
    text: documentText({ pages }),
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
