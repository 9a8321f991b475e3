import { describe, expect, it } from 'vitest';
import { referredAnnexes } from '#casework/dossier/referred-annexes.ts';
import type { Annex, DossierPlan } from '#domain/dossier.ts';
import { aCasePaper } from '../../support/a-case-paper.ts';

const annex = (number: string, title: string) =>
  ({ paper: title, number, name: /\d/.test(number) ? `Annexe ${number}` : number, title }) as Annex;
const plan = {
  annexes: [annex('Récit', 'récit'), annex('1', 'Passeport'), annex('2', 'Plainte')],
} as unknown as DossierPlan;
const said = (text: string) =>
  referredAnnexes(plan, new Map([['récit', { ...aCasePaper('récit'), text }]]), ['annexe', 'pièce']).map(
    ({ number, said: name, annex: found }) => [number, name, found?.title ?? null],
  );

describe('the annexes that a statement refers to', () => {
  it('are shown with what has their number', () => {
    expect(
      said('Ma plainte (Annexe 1 : récépissé de plainte) et (annexe n° 2). Voir pièce 9 – photos, annexes 2'),
    ).toEqual([
      [1, 'récépissé de plainte', 'Passeport'],
      [2, '', 'Plainte'],
      [9, 'photos', null],
    ]);
  });

  it('are not looked for inside words, nor in other papers', () => {
    expect(said('désannexe 1, annexer 2')).toEqual([]);
    expect(
      referredAnnexes(plan, new Map([['Plainte', { ...aCasePaper('Plainte'), text: 'annexe 1' }]]), ['annexe']),
    ).toEqual([]);
  });
});
