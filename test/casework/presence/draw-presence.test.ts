import { describe, expect, it } from 'vitest';
import { drawPresence } from '#casework/presence/draw-presence.ts';
import { monthsBetween } from '#casework/presence/months.ts';
import type { Presence } from '#domain/case-judgement.ts';

const message = (fr: string) => ({ rule: 'r', message: { fr, en: fr }, papers: [] });
const STATES = ['proven', 'thin', 'empty'] as const;
const PRESENCE: Presence = {
  from: '2024-11',
  to: '2026-02',
  fromBecause: message('x'),
  months: monthsBetween('2024-11', '2026-02').map((month, index) => ({
    month, state: STATES[index % 3] ?? 'empty', papers: index % 3 === 2 ? [] : ['1:1'],
  })), // biome-ignore format: short keys in rows
  stretches: [{ from: '2025-01', to: '2025-01', state: 'empty', because: message('Un <mois> & "rien"') }],
  because: [message('Total : 16 mois.')],
};

/** Elements left open, or closed that were not: none in a well-formed picture. */
function unbalanced(svg: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = '', attributes = ''] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:[^<>"]|"[^"<]*")*)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) return [`</${name}>`];
    } else if (!attributes.endsWith('/')) open.push(name);
  }
  return open;
}

describe('the picture of presence', () => {
  const svg = drawPresence(PRESENCE, { language: 'fr' });

  it('is a well-formed picture with a title and a description for screen readers', () => {
    expect(unbalanced(svg)).toEqual([]);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]* role="img" aria-labelledby="presence-title presence-desc"/,
    );
    expect(svg).toContain('<title id="presence-title">Présence en France, mois par mois</title>');
    expect(svg).toContain('2024 : 1 prouvés, 1 faiblement, 0 sans document.');
  });
  it('has a row a year and a cell a month, read aloud as one', () => {
    expect(svg.match(/>20\d\d<\/text>/g)).toEqual(['>2024</text>', '>2025</text>', '>2026</text>']);
    // Sixteen months, and three in the legend.
    expect(svg.match(/<g><title>/g)).toHaveLength(19);
    expect(svg).toContain('<title>novembre 2024 : prouvé (1 document)</title>');
    expect(svg).toContain('<title>janvier 2025 : sans document</title>');
  });
  it('does not leave it to colour: a letter in each cell, a hatching in the thin ones', () => {
    expect(svg.match(/>P<\/text>/g)).toHaveLength(7);
    expect(svg.match(/fill="url\(#presence-thin\)"/g)).toHaveLength(6);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(6);
  });
  it('lets nothing that sentences say out of its place', () => {
    expect(svg).toContain('Un &#60;mois&#62; &#38; &#34;rien&#34;');
    expect(svg).not.toContain('<mois>');
  });
  it('speaks English', () => {
    const english = drawPresence(PRESENCE, { language: 'en', id: 'p2' });
    expect(english).toContain('lang="en"');
    expect(english).toContain('November 2024: proven (1 paper)');
    expect(english).toContain('url(#p2-thin)');
  });
  it('says that there is nothing to show', () => {
    const nothing = drawPresence(
      { from: null, to: null, fromBecause: null, months: [], stretches: [], because: [] },
      { language: 'fr' },
    );
    expect(unbalanced(nothing)).toEqual([]);
    expect(nothing).toContain('rien à montrer');
  });
});
