import type { CasePaper } from '#domain/case-paper.ts';
import { outlinePaper, type PaperOutline } from '../outline-paper.ts';

/** What tests of relations say of a paper beside its outline. */
export interface RelationOutline extends PaperOutline {
  readonly file?: string;
  /** How surely it was read; 0.95. */
  readonly reading?: number;
  readonly source?: 'ocr' | 'text-layer';
  readonly pages?: number;
  readonly turned?: number;
  readonly script?: string;
}

/** A well-read paper of one page. */
export function paperOf(outline: RelationOutline): CasePaper {
  const paper = outlinePaper(outline);
  const { reading = 0.95, source = 'ocr', pages = 1, turned = 0 } = outline;
  const page = { page: 1, state: 'read', source, engine: 'js', model: 'fra', turned, missingModel: null } as const;
  return {
    ...paper,
    record: {
      ...paper.record,
      file: outline.file ?? `${paper.key}.pdf`,
      pages: { from: 1, to: pages, of: pages },
      ocr: { confidence: reading, pages: [page] },
    },
  };
}

/** Papers in the order in which they came. */
export function inOrder(papers: readonly CasePaper[]): CasePaper[] {
  return papers.map((paper, at) => ({ ...paper, position: at + 1 }));
}
