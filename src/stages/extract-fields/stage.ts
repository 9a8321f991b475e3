import { defineDocumentStage } from '../define-stage.ts';
import { extract } from './extract.ts';

/** What stands on the paper under the names of the contract: employer, net pay, passport number, person, … */
export const extractFields = defineDocumentStage({
  name: 'extract-fields',
  version: 6,
  needs: ['document-pages', 'run-facts', 'detect-language', 'classify', 'find-dates', 'find-letterhead'],
  uses: [],
  looksAt: ['classify'],
  selectRules: (pipeline, inputs) => ({
    own: pipeline.documentTypes[inputs.classify.id]?.fields ?? {},
    common: pipeline.commonFields.fields,
    titles: pipeline.commonFields.titles,
    labels: pipeline.fieldLabels,
    codes: pipeline.codes,
  }),
  run: ({ inputs, rules: { own, common, ...knowledge } }) => ({
    fields: extract(inputs, { ...own, ...common, ...own }, knowledge),
  }),
});
