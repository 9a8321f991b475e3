import type { Comparison } from '#app/evaluation/compare-document.ts';

/** How a document came out: all right, but for what is changed. */
export function comparison(change: Partial<Comparison>): Comparison {
  return {
    id: 'x',
    capture: 'grey-scan',
    language: 'fr',
    truthType: 'a',
    foundType: 'a',
    confidence: 0.9,
    review: false,
    typeRight: true,
    languageRight: true,
    cutRight: true,
    issueDateRight: true,
    letterheadRight: true,
    issuerRight: null,
    signatureRight: true,
    stampRight: true,
    flags: { hit: [], missed: [], wrong: [] },
    fields: {},
    characterErrorRate: null,
    ...change,
  };
}
