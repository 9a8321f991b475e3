import { describe, expect, it } from 'vitest';
import { scoreYardstick } from '../../scripts/bench/score-yardstick.ts';
import { languagesWithoutModel, modelsToRead } from '../../scripts/bench/tesseract-models.ts';
import { fileTruthSchema } from '../../src/app/evaluation/truth.schema.ts';

const document = {
  pages: { from: 1, to: 1 },
  type: 'pay-slip',
  languages: ['fr'],
  issueDate: null,
  letterhead: true,
  issuer: null,
  signature: false,
  stamp: false,
  flags: [],
  text: 'Bulletin de paie',
};
const file = (more: object = {}) => ({
  id: '0001',
  truth: fileTruthSchema.parse({
    file: 'input.pdf',
    asOf: '2026-11-23',
    capture: 'fax',
    documents: [{ ...document, ...more }],
  }),
});

describe('the score of the yardstick', () => {
  it('gives it its due: type, letters, and no date where none is printed', () => {
    const [score] = scoreYardstick(
      [file()],
      [{ id: '0001', text: 'Bulletin  de\npaie', failed: false }],
      [{ id: '0001', type: 'pay-slip', confidence: 0.6, date: null }],
    );
    expect(score).toMatchObject({ failed: false, typeRight: true, issueDateRight: true, characterErrorRate: 0 });
  });

  it('counts a file that was refused as wrong, even where saying nothing would have been right', () => {
    const [score] = scoreYardstick(
      [file()],
      [{ id: '0001', text: '', failed: true }],
      [{ id: '0001', type: 'pay-slip', confidence: 0.6, date: null }],
    );
    expect(score).toMatchObject({
      failed: true,
      typeRight: false,
      confidence: 0,
      issueDateRight: false,
      characterErrorRate: 1,
    });
  });

  it('does not measure letters where nobody typed them', () => {
    const [score] = scoreYardstick([file({ text: null })], [{ id: '0001', text: 'x', failed: false }], []);
    expect(score?.characterErrorRate).toBeNull();
  });
});

describe('models for the yardstick', () => {
  const installed = ['eng', 'fra', 'rus', 'kaz', 'srp', 'srp_latn'];

  it('are the best installed, and never none', () => {
    expect(modelsToRead(['fr', 'ru', 'fr'], installed)).toEqual(['fra', 'rus']);
    expect(modelsToRead(['tlh'], installed)).toEqual(['eng']);
    expect(modelsToRead([], installed)).toEqual(['eng']);
  });

  it('say which languages nobody installed a model for', () => {
    expect(languagesWithoutModel(['fr', 'ka'], installed)).toEqual(['ka']);
  });
});
