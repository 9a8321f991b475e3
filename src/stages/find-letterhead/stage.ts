import { defineDocumentStage } from '../define-stage.ts';
import { readLetterhead } from './read-letterhead.ts';

/** Whether a paper stands on headed paper, and whose. */
export const findLetterhead = defineDocumentStage({
  name: 'find-letterhead',
  version: 6,
  needs: ['document-pages', 'classify'],
  looksAt: ['classify'],
  uses: [],
  selectRules: ({ issuerCues, cues, letterhead, issuerWeights, documentTypes }, { classify }) => ({
    issuerCues,
    cues,
    letterhead,
    issuerWeights,
    usualKinds: documentTypes[classify.id]?.issuers ?? [],
  }),
  run: ({ inputs, rules }) => readLetterhead(inputs['document-pages'].pages, inputs.classify.id, rules),
});
