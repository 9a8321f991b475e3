import type { Boundary, CutDocument } from '#cutting/create-cutter.ts';
import type { Cutting } from '#definitions/cutting.schema.ts';
import type { DocumentRecord } from '#domain/document-record.ts';

/** What the record says of where a document was cut from the rest of its file, and of where it may have to be cut. */
export type CutFields = Pick<DocumentRecord, 'cut' | 'proposedCuts'>;

/** A record of a paper that was never cut. */
export const NO_CUTS: CutFields = { cut: null, proposedCuts: [] };

/** Says in words why a document begins where it does, and where another may. */
export function describeCuts({ beginning, proposed }: Omit<CutDocument, 'pages'>, rules: Cutting): CutFields {
  return {
    cut: beginning === null ? null : { ...described(beginning, rules), decided: beginning.isDecided },
    proposedCuts: proposed.map(({ page, ...boundary }) => ({ page, ...described(boundary, rules) })),
  };
}

function described({ confidence, because }: Boundary, { evidence }: Cutting) {
  return {
    // Three decimals, as everywhere in the record.
    confidence: Math.round(confidence * 1000) / 1000,
    because: because.map((name) => ({ code: name, message: evidence[name].says })),
  };
}
