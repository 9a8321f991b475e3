import type * as pdf from '@cantoo/pdf-lib';
import type { Bookmark } from '#domain/dossier.ts';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { topOf } from './link-to.ts';
import { pdfName } from './pdf-names.ts';

const { PDFHexString } = pdfLib;

/** Pages that bookmarks lead to. */
export interface BookmarkTargets {
  readonly cover: pdf.PDFPage | undefined;
  readonly list: pdf.PDFPage | undefined;
  /** First pages of papers. */
  readonly papers: ReadonlyMap<string, pdf.PDFPage>;
}

/** Gives the document its bookmarks, open, in any script. */
export function addBookmarks(
  document: pdf.PDFDocument,
  bookmarks: readonly Bookmark[],
  targets: BookmarkTargets,
): void {
  const { context, catalog } = document;
  const root = context.nextRef();
  const { children, count } = addLevel(bookmarks, root, { context, targets });
  context.assign(root, context.obj({ Type: 'Outlines', Count: count, ...ends(children) }));
  catalog.set(pdfName('Outlines'), root);
  catalog.set(pdfName('PageMode'), pdfName('UseOutlines'));
}

interface Surroundings {
  readonly context: pdf.PDFContext;
  readonly targets: BookmarkTargets;
}

/** Bookmarks of one level below `parent`; the count holds those inside them too. */
function addLevel(
  bookmarks: readonly Bookmark[],
  parent: pdf.PDFRef,
  around: Surroundings,
): { readonly children: readonly pdf.PDFRef[]; readonly count: number } {
  const { context, targets } = around;
  const children = bookmarks.map(() => context.nextRef());
  let count = bookmarks.length;
  for (const [index, { title, to, inside }] of bookmarks.entries()) {
    const own = children[index];
    if (own === undefined) continue;
    const below = addLevel(inside, own, around);
    count += below.count;
    const target = targetOf(to, targets);
    const [before, after] = [children[index - 1], children[index + 1]];
    const entry = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: parent,
      ...(before === undefined ? {} : { Prev: before }),
      ...(after === undefined ? {} : { Next: after }),
      ...(target === undefined ? {} : { Dest: topOf(target) }),
      ...(below.count === 0 ? {} : { Count: below.count, ...ends(below.children) }),
    });
    context.assign(own, entry);
  }
  return { children, count };
}

function ends(children: readonly pdf.PDFRef[]): { readonly First?: pdf.PDFRef; readonly Last?: pdf.PDFRef } {
  const [first, last] = [children[0], children.at(-1)];
  return first === undefined || last === undefined ? {} : { First: first, Last: last };
}

function targetOf(to: Bookmark['to'], { cover, list, papers }: BookmarkTargets): pdf.PDFPage | undefined {
  if (to === null) return undefined;
  if (to === 'cover') return cover;
  return to === 'list' ? list : papers.get(to.paper);
}
