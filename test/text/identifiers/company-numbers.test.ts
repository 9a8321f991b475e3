import { describe, expect, it } from 'vitest';
import { findIdentifiers, findPhone } from '#text/identifiers/find-identifiers.ts';

describe('numbers of firms outside France', () => {
  // The last column is the same number with one digit misread.
  it.each([
    ['partitaIva', 'P. IVA 00905811006', '00905811006', 'P. IVA 00905811007'],
    ['nip', 'NIP 123-456-32-18', '1234563218', 'NIP 123-456-32-19'],
    ['inn', 'ИНН 7707083893', '7707083893', 'ИНН 7707083898'],
    ['ogrn', 'ОГРН 1027700132195', '1027700132195', 'ОГРН 1027700132196'],
    ['edrpou', 'Код ЄДРПОУ 14360570', '14360570', 'Код ЄДРПОУ 14360571'],
    ['nif', 'NIF 503 504 564', '503504564', 'NIF 503 504 565'],
    ['cnpj', 'CNPJ 33.000.167/0001-01', '33000167000101', 'CNPJ 33.000.167/0001-02'],
    ['kbo', 'KBO 0403.170.701', '0403170701', 'KBO 0403.170.702'],
    ['afm', 'ΑΦΜ 094019245', '094019245', 'ΑΦΜ 094019246'],
    ['eik', 'ЕИК 831641791', '831641791', 'ЕИК 831641792'],
  ])('%s is kept when its check is right, left out when a digit was misread', (name, printed, digits, misread) => {
    expect(findIdentifiers(printed)).toEqual({ [name]: digits });
    expect(findIdentifiers(misread)).toEqual({});
  });
});

describe('a telephone number that only its label gives away', () => {
  it.each([
    ['тел. 8 (495) 000-12-34', '8 (495) 000-12-34'],
    ['Simu: 028 000 1234', '028 000 1234'],
    ['ስልክ 011 551 12 11', '011 551 12 11'],
    ['تلفن ۳۲۳۰۱۸۸۲', '۳۲۳۰۱۸۸۲'],
  ])('%s', (printed, number) => {
    expect(findPhone(printed)).toBe(number);
  });

  it('is no number without one', () => {
    expect(findPhone('дело 495 000 12 34')).toBeNull();
  });
});
