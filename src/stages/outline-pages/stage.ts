import { defineDocumentStage } from '../define-stage.ts';
import { outlineOf } from './outline-of.ts';

/** The pages as objects, without their words: all that is ever said of them when a document is judged again. */
export const outlinePages = defineDocumentStage({
  name: 'outline-pages',
  version: 1,
  needs: ['document-pages'],
  uses: [],
  selectRules: () => null,
  run: ({ inputs }) => outlineOf(inputs['document-pages'].pages),
});
