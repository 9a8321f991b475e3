import { addEchoes } from './echo-features.ts';
import { collected, type Features } from './features.ts';
import type { HeadContext } from './head-context.ts';
import type { Candidate } from './issuer-candidates.ts';
import { addLevel } from './level-features.ts';
import { addNeighbours } from './neighbour-features.ts';
import { addPlace } from './place-features.ts';
import { addJoin, addShape } from './shape-features.ts';
import { addTraits } from './trait-features.ts';

/** What speaks for or against a candidate being the issuer. */
export function candidateFeatures(candidate: Candidate, context: HeadContext): Features {
  return collected((add) => {
    addTraits(candidate, context, add);
    addShape(candidate, add);
    addJoin(candidate, add);
    addPlace(candidate, context, add);
    addNeighbours(candidate, context, add);
    addLevel(candidate, context.lines, add);
    addEchoes(candidate, context.echoes, add);
  });
}
