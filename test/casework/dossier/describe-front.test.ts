import { describe, expect, it } from 'vitest';
import { describeFront } from '#casework/dossier/describe-front.ts';
import { placeAnnexes, stampsOf } from '#casework/dossier/place-annexes.ts';
import { rangesOf } from '#casework/dossier/ranges-of.ts';
import type { Annex, DossierPlan } from '#domain/dossier.ts';

function annex(number: string, changes: Partial<Annex> = {}): Annex {
  return {
    paper: `paper ${number}`,
    id: number,
    number,
    name: `Annexe ${number}`,
    title: `Titre ${number}`,
    type: 'type',
    date: '2026-03-14',
    issuer: 'Hôpital Nord',
    languages: [],
    criteria: ['Santé'],
    group: 'Santé',
    file: 'f.pdf',
    pages: { from: 1, to: 1 },
    flags: ['undated'],
    needsReview: true,
    translates: null,
    apart: null,
    ...changes,
  };
}

const story = annex('Récit', { name: 'Récit', group: 'Récit personnel', criteria: [], date: '' });
const one = annex('1');
const bis = annex('1 bis', { translates: 'traduction de l’annexe 1', languages: [] });
const two = annex('2', { languages: ['arabe'] });
const far = annex('3', { group: 'À joindre à part', apart: 'protégé' });
const plan: DossierPlan = {
  language: 'fr',
  case: 'dossier-12',
  client: null,
  permit: 'Titre',
  article: 'art. 1',
  asOf: '2026-11-23',
  annexes: [story, one, bis, two, far],
  leftOut: [{ paper: 'x', id: 'x', file: 'secret.pdf', type: '', because: 'raison' }],
};
const pages = (...annexes: Annex[]) => ({ pages: annexes.map((own) => ({ annex: own })) });

describe('cover, list and stamps', () => {
  const parts = [pages(story, one, one, bis), pages(two, two, two)];
  const fronts = [3, 2];
  const place = placeAnnexes(plan, parts, (_, part) => fronts[part] ?? 0);

  it('counts pages over all parts, covers and lists included', () => {
    expect(place.pages).toBe(12);
    expect(place.placed.map(({ spans }) => spans)).toEqual([
      [{ part: 0, page: 4, count: 1 }],
      [{ part: 0, page: 5, count: 2 }],
      [{ part: 0, page: 7, count: 1 }],
      [{ part: 1, page: 10, count: 3 }],
      [],
    ]);
  });

  it('stamps every page with its annex and its number', () => {
    const stamps = stampsOf(place, { part: 1, front: 2, ...pages(two, two, two) }, 7);
    expect(stamps.map(({ annex: name, page }) => `${name} | ${page}`)).toEqual([
      ' | p. 8/12',
      ' | p. 9/12',
      'Annexe 2 – 1/3 | p. 10/12',
      'Annexe 2 – 2/3 | p. 11/12',
      'Annexe 2 – 3/3 | p. 12/12',
    ]);
  });

  it('goes on counting an annex that is cut over two parts', () => {
    const cut = [pages(two, two), pages(two)];
    const stamps = stampsOf(
      placeAnnexes(plan, cut, () => 0),
      { part: 1, front: 0, ...pages(two) },
      2,
    );
    expect(stamps).toEqual([{ annex: 'Annexe 2 – 3/3', page: 'p. 3/3' }]);
  });

  it('lists all annexes in the first part and their own in the others, and says which are joined separately', () => {
    const rows = (part: number) =>
      describeFront(place, part).list.groups.flatMap((group) => group.rows.map(({ number, at }) => `${number}: ${at}`));
    expect(rows(0)).toEqual([
      'Récit: partie 1, p. 4',
      '1: partie 1, p. 5',
      '1 bis: partie 1, p. 7',
      '2: partie 2, p. 10',
      '3: à joindre à part',
    ]);
    expect(rows(1)).toEqual(['2: partie 2, p. 10']);
  });

  it('says on the cover what the part holds and nothing else', () => {
    const { cover } = describeFront(place, 0);
    expect(cover.facts.map(({ value }) => value)).toEqual(['dossier-12', 'Titre', 'art. 1', '23/11/2026']);
    expect(cover.holds).toEqual([
      { label: 'Récit personnel', value: '1 page' },
      { label: 'Santé', value: 'annexe 1' },
      { label: 'Cette partie', value: 'annexe 1' },
      { label: 'Toutes les parties', value: '3 annexes, 12 pages' },
    ]);
    expect(cover.part).toBe('Partie 1/2');
  });

  it('shows neither what is weak nor what was left out', () => {
    const shown = JSON.stringify([describeFront(place, 0), describeFront(place, 1)]);
    for (const secret of ['undated', 'protégé', 'secret.pdf', 'raison']) expect(shown).not.toContain(secret);
  });

  it('has bookmarks by heading; by criterion in a second tree where a person set the order', () => {
    const titles = describeFront(place, 0).bookmarks.map(({ title, inside }) => [
      title,
      inside.map((one) => one.title),
    ]);
    expect(titles).toEqual([
      ['Couverture', []],
      ['Liste des annexes', []],
      ['Récit personnel', ['Récit – Titre Récit']],
      ['Santé', ['Annexe 1 – Titre 1, 14/03/2026', 'Annexe 1 bis – Titre 1 bis, 14/03/2026']],
    ]);
    const ordered = { ...plan, annexes: [two, one].map((own) => ({ ...own, group: null })) };
    const [first, second] = ordered.annexes;
    if (first === undefined || second === undefined) throw new Error('no annexes');
    const bookmarks = describeFront(
      placeAnnexes(ordered, [pages(first, second)], () => 2),
      0,
    ).bookmarks;
    expect(bookmarks.map(({ title }) => title)).toEqual([
      'Couverture',
      'Liste des annexes',
      'Annexe 2 – Titre 2, 14/03/2026',
      'Annexe 1 – Titre 1, 14/03/2026',
      'Par critère',
    ]);
  });

  it('draws numbers that follow each other together', () => {
    expect(rangesOf([4, 1, 2, 3, 7, 8, 8], 'à')).toBe('1 à 4, 7, 8');
  });
});
