import { defineDocumentStage } from '../define-stage.ts';
import { extract } from './extract.ts';

/** What stands on the paper under the names of the contract: employer, net pay, passport number, person, … */
export const extractFields = defineDocumentStage({
  name: 'extract-fields',
  version: 1,
  needs: ['document-pages', 'run-facts', 'classify', 'find-dates', 'find-letterhead'],
  uses: [],
  selectRules: (pipeline, inputs) => ({
    own: pipeline.documentTypes[inputs.classify.id]?.fields ?? {},
    common: pipeline.commonFields.fields,
  }),
  run: async ({ inputs, rules }) => ({ fields: await extract(inputs, { ...rules.common, ...rules.own }) }),
});
