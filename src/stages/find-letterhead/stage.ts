import { defineDocumentStage } from '../define-stage.ts';
import { readLetterhead } from './read-letterhead.ts';

/** Whether a paper stands on headed paper, and whose. */
export const findLetterhead = defineDocumentStage({
  name: 'find-letterhead',
  version: 2,
  needs: ['document-pages'],
  uses: [],
  selectRules: (pipeline) => ({ issuerCues: pipeline.issuerCues, cues: pipeline.cues }),
  run: ({ inputs, rules }) => readLetterhead(inputs['document-pages'].pages, rules),
});
