import { defineDocumentStage } from '../define-stage.ts';
import { findDocumentDates } from './find-document-dates.ts';

/** Every date on a paper with its role, and the date it was issued (or that it does not say). */
export const findDates = defineDocumentStage({
  name: 'find-dates',
  version: 6,
  needs: ['document-pages', 'run-facts'],
  uses: [],
  selectRules: ({ dateCues, issueDate }) => ({ cues: dateCues, issueDate }),
  run: ({ inputs, rules }) => findDocumentDates(inputs['document-pages'].pages, inputs['run-facts'].asOf, rules),
});
