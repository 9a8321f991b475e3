import { defineDocumentStage } from '../define-stage.ts';
import { findLanguages } from './find-languages.ts';

/** The languages of a document with their shares, the main one first; empty print gives none, a hint too short `und`. */
export const detectLanguage = defineDocumentStage({
  name: 'detect-language',
  version: 4,
  needs: ['document-pages'],
  uses: [],
  selectRules: () => null,
  run: ({ inputs }) => ({ languages: findLanguages(inputs['document-pages'].pages) }),
});
