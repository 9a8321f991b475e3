import { describe, expect, it } from 'vitest';
import { findEmail, findIdentifiers, findPhone, isAddressLine, isSiret } from '#text/identifiers/find-identifiers.ts';
import { passesLuhn } from '#text/identifiers/luhn.ts';

describe('numbers that identify an issuer', () => {
  it('are kept when their check digit is right', () => {
    expect(passesLuhn('732829320')).toBe(true);
    expect(isSiret('73282932000074')).toBe(true);
    expect(findIdentifiers('SIRET 732 829 320 00074')).toEqual({ siret: '73282932000074' });
  });

  it('are left out when a digit was misread', () => {
    expect(isSiret('73282932000075')).toBe(false);
    expect(findIdentifiers('SIRET 732 829 320 00075')).toEqual({});
  });

  it('are left out when nothing says what nine digits are', () => {
    expect(findIdentifiers('dossier 732829320')).toEqual({});
    expect(findIdentifiers('RCS Paris 732 829 320')).toEqual({ siren: '732829320' });
  });

  it('never come from an empty or lettered string', () => {
    expect(passesLuhn('')).toBe(false);
    expect(isSiret('7328293200007A')).toBe(false);
  });
});

describe('contact details', () => {
  it('read French and international telephone numbers', () => {
    expect(findPhone('Tél. 01 99 00 12 34')).toBe('01 99 00 12 34');
    expect(findPhone('Tel +995 32 200 00 00')).toBe('+995 32 200 00 00');
    expect(findPhone('le 14/03/2026')).toBeNull();
  });

  it('read an e-mail address', () => {
    expect(findEmail('écrire à accueil@refuge-exemple.org ou passer')).toBe('accueil@refuge-exemple.org');
    expect(findEmail('accueil chez refuge')).toBeNull();
  });

  it('tell an address line from the name of a body', () => {
    expect(isAddressLine('12 bis rue des Lilas')).toBe(true);
    expect(isAddressLine('93100 Montreuil')).toBe(true);
    expect(isAddressLine('Commissariat de police de Montreuil')).toBe(false);
  });
});
