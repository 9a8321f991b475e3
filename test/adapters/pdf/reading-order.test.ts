import { describe, expect, it } from 'vitest';
import { linesOfRuns } from '#adapters/pdf/text-lines.ts';
import type { TextRun } from '#adapters/pdf/text-run.ts';
import { lineText } from '#text/line-text.ts';

const PAGE = { width: 600, height: 800 };
const run = (text: string, x: number, y: number, width = text.length * 5): TextRun => ({
  text,
  x,
  y,
  width,
  height: 10,
  isRightToLeft: /\p{sc=Arab}/u.test(text),
});
const read = (runs: readonly TextRun[]): string[] => linesOfRuns(runs, PAGE).map(lineText);

describe('the reading order of a page', () => {
  it('takes the sender of a letter before the addressee beside it', () => {
    const runs = [
      run('Centre hospitalier', 40, 40),
      run('Madame BAH', 380, 46),
      run('Service social', 40, 55),
      run('Rue du Repos', 380, 61),
      run('Tél. 01 02 03 04 05', 40, 70),
      run('69200 Vénissieux', 380, 76),
      run('Nous certifions que la personne nommée ci-dessus est suivie par notre service', 40, 200, 500),
    ];
    expect(read(runs)).toEqual([
      'Centre hospitalier',
      'Service social',
      'Tél. 01 02 03 04 05',
      'Madame BAH',
      'Rue du Repos',
      '69200 Vénissieux',
      'Nous certifions que la personne nommée ci-dessus est suivie par notre service',
    ]);
  });

  it('takes the columns of an article one after the other, though their lines are level and the space between them narrow', () => {
    const left = [
      'un village a été attaqué dans',
      'la nuit de samedi par des',
      'hommes armés venus à moto',
      'selon un élu local joint hier',
    ];
    const right = [
      'le gouvernorat annonce une',
      'enquête ouverte dès ce matin',
      'et demande aux habitants de',
      'rester chez eux quelques jours',
    ];
    const runs = [
      run('Le Courrier du Sahel', 200, 20),
      ...left.map((text, row) => run(text, 50, 100 + row * 14, 240)),
      ...right.map((text, row) => run(text, 305, 100 + row * 14, 240)),
    ];
    expect(read(runs)).toEqual(['Le Courrier du Sahel', ...left, ...right]);
  });

  it('keeps the rows of a table together', () => {
    const rows = [
      ['Rubriques', 'Base', 'Montant'],
      ['Salaire de base', '151,67', '1 873,12'],
      ['Prime', '1,00', '37,46'],
      ['Net à payer', '', '1 578,74'],
    ];
    const runs = rows.flatMap((cells, row) =>
      cells.flatMap((text, column) => (text === '' ? [] : [run(text, 50 + column * 200, 100 + row * 16)])),
    );
    expect(read(runs)).toEqual(rows.flat().filter((text) => text !== ''));
  });

  it('takes justified words of one line as one line', () => {
    const words = ['à', 'dimanche', 'un', 'village', 'situé'];
    const runs = words.map((text, index) => run(text, 50 + index * 60, 100, 48));
    expect(read(runs)).toEqual(['à dimanche un village situé']);
  });

  it('begins at the right where the writing does', () => {
    const right = ['المملكة المغربية', 'وزارة الداخلية', 'جماعة الناظور'];
    const left = ['رقم السجل', 'تاريخ الإيداع', 'المصلحة'];
    const runs = [
      ...right.map((text, row) => run(text, 450, 40 + row * 15)),
      ...left.map((text, row) => run(text, 60, 47 + row * 15)),
    ];
    expect(read(runs)).toEqual([...right, ...left]);
  });

  it('of nothing is nothing', () => {
    expect(read([])).toEqual([]);
  });
});
