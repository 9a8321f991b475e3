import { defineDocumentStage } from '../define-stage.ts';
import { traitsOf } from './traits-of.ts';

/**
 * What the wording shows that rules about evidence ask for. Apart from these rules, so that those can be changed without looking at a single page
 * again.
 */
export const findTraits = defineDocumentStage({
  name: 'find-traits',
  version: 1,
  needs: ['document-pages'],
  uses: [],
  selectRules: ({ flags: { traits, pageNumbers } }) => ({ traits, pageNumbers }),
  run: ({ inputs, rules }) => traitsOf(inputs['document-pages'], rules),
});
