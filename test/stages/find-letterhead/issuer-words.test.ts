import { beforeAll, describe, expect, it } from 'vitest';
import { loadPipeline } from '#app/load-pipeline.ts';
import { type IssuerWords, issuerWords } from '#stages/find-letterhead/issuer-words.ts';
import { LEVEL } from '#stages/find-letterhead/known-words.ts';
import type { LineTraits } from '#stages/find-letterhead/line-traits.ts';

describe('the words of a letterhead', () => {
  let words: IssuerWords;
  beforeAll(async () => {
    words = issuerWords((await loadPipeline('humanitarian-permit')).issuerCues);
  });
  const traits = (text: string, ...languages: string[]): LineTraits => words.traitsOf(text, new Set(languages));

  it('say how near to people a body is', () => {
    expect(traits("Ministère de l'Intérieur", 'fr').level).toBe(LEVEL.nation);
    expect(traits('Commissariat de police de Valmont', 'fr').level).toBe(LEVEL.seat);
    expect(traits("Service de l'état civil", 'fr').level).toBe(LEVEL.part);
  });

  it('count where the language has the word that says what a thing is: first in French, last in Turkish', () => {
    expect(traits('Sağlık Bakanlığı', 'tr').level).toBe(LEVEL.nation);
    expect(traits('Valmont Devlet Hastanesi', 'tr').level).toBe(LEVEL.seat);
    expect(traits('Bakanlığı Valmont', 'tr').level).toBe(LEVEL.unknown);
  });

  it('tell a paper from a body', () => {
    expect(traits("Attestation d'hébergement", 'fr').isPaper).toBe(true);
    expect(traits("Centre d'hébergement", 'fr').isPaper).toBe(false);
  });

  it('leave over what sets a name apart', () => {
    expect(traits('Association des Trois-Sources', 'fr').ownWords).toEqual(['trois', 'sources']);
  });

  it('stand twice where two people are named', () => {
    expect(traits('Docteur Paul Durand Docteur Anne Petit', 'fr').isKindTwice).toBe(true);
    expect(traits('Docteur Paul Durand', 'fr').isKindTwice).toBe(false);
  });

  it('of another language count only where they stand letter by letter', () => {
    expect(traits('Krankenhaus Valmont', 'fr')).toMatchObject({ kind: 'hospital', isKindForeign: true });
    expect(traits('Krankenhoos Valmont', 'fr').kind).toBeNull();
  });
});
