import { describe, expect, it } from 'vitest';
import { findMachineReadableZone } from '#text/mrz/find-zone.ts';

const NAMES = 'P<MLICOULIBALY<<SEYDOU<<<<<<<<<<<<<<<<<<<<<<';
const NUMBERS = 'TJ87574915MLI7408225F3307250<<<<<<<<<<<<<<00';
const PRINT = ['Passport No. / N° TJ8757491', 'Surname / Nom', 'COULIBALY', 'Given names / Prénoms', 'SEYDOU'];

const read = (names: string, numbers: string, print = PRINT) => findMachineReadableZone([...print, names, numbers]);

describe('the machine-readable zone of a passport', () => {
  it('is read where every sign was read right', () => {
    expect(read(NAMES, NUMBERS)).toEqual({
      valid: true,
      fields: {
        documentNumber: 'TJ8757491',
        nationality: 'MLI',
        birthDate: '740822',
        sex: 'female',
        expirationDate: '330725',
        lastName: 'COULIBALY',
        firstName: 'SEYDOU',
      },
    });
  });

  it('is found with a speck read as a line between its two, and with fillers lost', () => {
    const lines = [...PRINT, NAMES.slice(0, 30), 'Ve', NUMBERS.replace('<<<<<', '')];
    expect(findMachineReadableZone(lines)).toMatchObject({ valid: true, fields: { firstName: 'SEYDOU' } });
  });

  it('takes digits for letters and letters for digits by what may stand in their place', () => {
    expect(read(NAMES, 'TJ8757491SML17408225F33O7250<<<<<<<<<<<<<<0O')).toMatchObject({
      valid: true,
      fields: { documentNumber: 'TJ8757491', nationality: 'MLI', expirationDate: '330725' },
    });
  });

  it('leaves out a sign that was read twice', () => {
    const twice = 'TJ87574915MLII7408225F3307250<<<<<<<<<<<<<<00';
    expect(read(NAMES, twice)).toMatchObject({ valid: true, fields: { nationality: 'MLI', birthDate: '740822' } });
  });

  it('has the names as they are printed where fillers were read as letters', () => {
    expect(read('P<MLICOULIBALY<<SEYDOUS<<<<<CCCCCCCC<<<S', NUMBERS)?.fields).toMatchObject({ firstName: 'SEYDOU' });
    expect(read('P<MLICOULIBALYS<SEYDOU<<<<<<<<<<<<<<<<<', NUMBERS)?.fields).toMatchObject({
      lastName: 'COULIBALY',
      firstName: 'SEYDOU',
    });
    expect(read('P<MLICOULTBALY<<SEYD0U<<<<<<<<<<<<<<<<<', NUMBERS)?.fields).toMatchObject({
      lastName: 'COULIBALY',
      firstName: 'SEYDOU',
    });
  });

  it('keeps names that differ from all that is printed', () => {
    expect(read(NAMES, NUMBERS, ['Father', 'COULIBALI MAMADOU'])?.fields).toMatchObject({ firstName: 'SEYDOU' });
  });

  it('is none in running text, nor in a line of figures', () => {
    expect(
      findMachineReadableZone(['Le passeport TJ8757491 délivré le 22/08/1974', '1234567890'.repeat(4)]),
    ).toBeUndefined();
  });
});

describe('a zone that was misread', () => {
  it('is not valid when a digit of a date is wrong', () => {
    expect(read(NAMES, NUMBERS.replace('7408225', '7408235'))?.valid).not.toBe(true);
    expect(read(NAMES, NUMBERS.replace('3307250', '3301250'))?.valid).not.toBe(true);
  });

  it('is valid with a mended number only where that number is printed as well', () => {
    const misread = NUMBERS.replace('TJ8757491', 'TJ87S7491');
    expect(read(NAMES, misread)).toMatchObject({ valid: true, fields: { documentNumber: 'TJ8757491' } });
    expect(read(NAMES, misread, ['COULIBALY', 'SEYDOU'])?.valid).toBe(false);
  });

  it('takes no longer number that is printed for the one of the zone', () => {
    const zone = read('P<MLICOULIBALY<<OUMOU<<<<<<<<<', 'AA0O04418775MLI9701311F2609131<<<<<<<<<<<<<<00', [
      'Passport No. / N° AAO0441877',
    ]);
    expect(zone).toMatchObject({ valid: false, fields: { documentNumber: 'AA0441877' } });
  });

  it('never passes for right with one wrong sign in its numbers, whichever sign it is', () => {
    const wrong = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'].flatMap((sign) =>
      [0, 3, 8, 9, 13, 16, 19, 21, 25, 27].map((at) => NUMBERS.slice(0, at) + sign + NUMBERS.slice(at + 1)),
    );
    const passed = wrong
      .map((numbers) => read(NAMES, numbers))
      .filter((zone) => zone?.valid === true)
      .map((zone) =>
        [zone?.fields['documentNumber'], zone?.fields['birthDate'], zone?.fields['expirationDate']].join(' '),
      );
    expect(new Set(passed)).toEqual(new Set(['TJ8757491 740822 330725']));
  });
});
