import type * as pdf from '@cantoo/pdf-lib';

/** Makes a place on a page lead to the top of another page. */
export function linkTo(page: pdf.PDFPage, rectangle: readonly number[], target: pdf.PDFPage): void {
  const { context } = page.node;
  const link = context.obj({
    ...{ Type: 'Annot', Subtype: 'Link', F: 4, Border: [0, 0, 0] },
    Rect: [...rectangle],
    Dest: topOf(target),
  });
  page.node.addAnnot(context.register(link));
}

/** The top of a page, shown whole. */
export function topOf(page: pdf.PDFPage): pdf.PDFArray {
  return page.node.context.obj([page.ref, 'Fit']);
}
