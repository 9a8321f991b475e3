import { beforeAll, describe, expect, it } from 'vitest';
import { loadPipeline } from '#app/load-pipeline.ts';
import { type HeadLine, headLines, type PageWords } from '#stages/find-letterhead/head-lines.ts';
import { headSegments } from '#stages/find-letterhead/head-segments.ts';
import { type Candidate, issuerCandidates } from '#stages/find-letterhead/issuer-candidates.ts';
import { issuerWords } from '#stages/find-letterhead/issuer-words.ts';
import { titleWords } from '#stages/find-letterhead/title-words.ts';
import { pageFromText } from '../../support/pages-from-text.ts';

describe('the names that a letterhead gives', () => {
  let words: PageWords;
  beforeAll(async () => {
    const { issuerCues, cues } = await loadPipeline('humanitarian-permit');
    words = { issuer: issuerWords(issuerCues), titles: titleWords(cues), languages: new Set(['fr']) };
  });
  const linesOf = (text: string): HeadLine[] => headLines(headSegments(pageFromText(text)), words);
  const candidates = (text: string): Candidate[] => issuerCandidates(linesOf(text), words);
  const names = (text: string): string[] => candidates(text).map((one) => one.text);

  it('are lines, the pieces of lines around a dash, and two lines together', () => {
    expect(names('Coallia – Pôle asile\nHébergement de Valmont')).toEqual(
      expect.arrayContaining([
        'Coallia – Pôle asile',
        'Coallia',
        'Pôle asile',
        'Coallia – Pôle asile Hébergement de Valmont',
      ]),
    );
  });

  it('know of the pieces beside them', () => {
    const found = candidates('Mairie de Valmont – Service social').find(({ form }) => form === 'after-dash');
    expect(found?.piece).toBe(1);
    expect(found?.pieces.map(({ kind }) => kind)).toContain('town-hall');
  });

  it('end before the address or the telephone number on the same line', () => {
    expect(names('Clinique du Parc, 12 rue Haute')).toContain('Clinique du Parc');
    expect(names('Clinique du Parc Tél. 01 99 00 12 34')).toContain('Clinique du Parc');
  });

  it('end before a sector or a box number after a comma', () => {
    expect(names('Centre médico-psychologique Les Érables, secteur 75G12')).toContain(
      'Centre médico-psychologique Les Érables',
    );
  });

  it('keep a number that is a part of them', () => {
    expect(names('Commissariat du 19e arrondissement')).toEqual(['Commissariat du 19e arrondissement']);
  });

  it('run on over the lines of a narrow column, each of which may be the last', () => {
    const side = linesOf('Centre social\nmunicipal\ndes Lilas\nValmont').map(
      (line): HeadLine => ({ ...line, zone: 'side' }),
    );
    expect(issuerCandidates(side, words).map((one) => one.text)).toEqual(
      expect.arrayContaining([
        'Centre social municipal',
        'Centre social municipal des Lilas',
        'Centre social municipal des Lilas Valmont',
      ]),
    );
  });

  it('stand in quotation marks where a legal form goes before', () => {
    expect(names('Association « Les Amis de Valmont » loi 1901')).toContain('Les Amis de Valmont');
  });

  it('are never the name of a paper, a supporter or an address', () => {
    expect(names('Attestation de suivi psychologique')).toEqual([]);
    expect(names('Avec le soutien de la Région')).toEqual([]);
    expect(names('12 rue Haute, 31000 Toulouse')).toEqual([]);
  });
});
