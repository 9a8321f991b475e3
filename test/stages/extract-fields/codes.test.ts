import { describe, expect, it } from 'vitest';
import type { DocumentPage } from '#domain/page-reading.ts';
import { fieldsOf } from '../../support/fields-of.ts';
import { humanitarianPipeline } from '../../support/humanitarian-pipeline.ts';

const pipeline = await humanitarianPipeline();
const GS = '\x1d';

function mark(text: string): DocumentPage['marks'] {
  return [{ kind: 'code', box: [0.7, 0.05, 0.1, 0.08], confidence: 1, text, symbology: 'data-matrix' }];
}
const taxCode = (name = 'DIALLO IBRAHIM', income = '10116'): string =>
  `DC04FR0000011985FFFF0401FR452025442693123456789431${GS}46${name}${GS}41${income}${GS}4A31072026\x1fABCDEF`;
const NOTICE = `DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
M. DIALLO IBRAHIM
Date de mise en recouvrement : 31/07/2026
IMPÔT SUR LES REVENUS DE L'ANNÉE 2025
Revenu brut global    10 116
Revenu fiscal de référence    10 116
Nombre de parts    1,00`;
const values = (text: string, code: string, confidence?: number) =>
  Object.fromEntries(
    Object.entries(
      fieldsOf(pipeline, 'tax-notice', text, {
        marks: mark(code),
        ...(confidence === undefined ? {} : { confidence }),
      }),
    ).map(([name, { value }]) => [name, value]),
  );

describe('a 2D-Doc', () => {
  it('says what it is and whose, agrees with a print that says the same, and is never called genuine', () => {
    expect(values(NOTICE, taxCode())).toMatchObject({
      codeDocument: "Avis d'impôt sur les revenus",
      codeIssuer: 'FR00 0001',
      codeDate: '2017-11-20',
      codeSignature: 'not-verified',
      codeAgrees: true,
    });
  });

  it('fills in what the print does not show, read from the place of the code', () => {
    const fields = fieldsOf(pipeline, 'tax-notice', 'M. DIALLO IBRAHIM', { marks: mark(taxCode()) });
    expect(fields['referenceIncome']).toMatchObject({ value: 10116, place: { page: 1, box: [0.7, 0.05, 0.1, 0.08] } });
    expect(fields['noticeNumber']?.value).toBe('2693123456789');
  });

  it('contradicts another amount beside the same label, although its own stands elsewhere', () => {
    const forged = NOTICE.replace(/référence {4}10 116/, 'référence    16 116');
    expect(values(forged, taxCode())).toMatchObject({ codeAgrees: false, codeDiffers: ['referenceIncome'] });
  });

  it('contradicts the name of another person', () => {
    expect(values(NOTICE.replace('DIALLO IBRAHIM', 'TRAORE MARIAM'), taxCode())).toMatchObject({
      codeAgrees: false,
      codeDiffers: ['taxpayer'],
    });
  });

  it('is not contradicted by a misread letter, a left out second name, or a number that was hardly read', () => {
    expect(values(NOTICE.replace('DIALLO', 'D1ALLO'), taxCode())['codeAgrees']).toBe(true);
    expect(values(NOTICE, taxCode('DIALLO IBRAHIM MAMADOU'))['codeAgrees']).toBe(true);
    const misread = NOTICE.replaceAll('10 116', '10 176');
    expect(values(misread, taxCode(), 0.5)['codeAgrees']).not.toBe(false);
  });

  it('raises the flag for a paper whose print says another thing', () => {
    const rule = pipeline.flags.rules.find((one) => JSON.stringify(one.when).includes('fields.codeAgrees'));
    expect(rule?.flag).toBe('code-mismatch');
  });
});

describe('any other code', () => {
  it('gives its text and says whether it is an address', () => {
    expect(values(NOTICE, 'https://exemple.fr/x')).toMatchObject({ qr: 'https://exemple.fr/x', qrKind: 'url' });
    expect(values(NOTICE, 'N° 4711')).toMatchObject({ qr: 'N° 4711', qrKind: 'text' });
  });

  it('is not there when the only code is a 2D-Doc', () => {
    expect(values(NOTICE, taxCode())['qr']).toBeUndefined();
  });
});
