import { describe, expect, it } from 'vitest';
import type { Outcome } from '#learning/decide-with.ts';
import { judgeGain } from '#learning/judge-gain.ts';

const rules = { fewestPapers: 10, toleratedLoss: 0.005 };
const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  papers: 600,
  right: 500,
  wrongAndSure: 10,
  review: 60,
  unknownTaken: 1,
  ...changes,
});
const same = { before: outcome(), after: outcome() };
const better = { before: outcome(), after: outcome({ right: 510 }) };

describe('what was learned', () => {
  it('is taken when held-back corrections come out better and nothing else worse', () => {
    expect(judgeGain({ corrected: better, known: same }, rules)).toEqual([]);
    const fewerMistakes = { before: outcome(), after: outcome({ wrongAndSure: 8 }) };
    expect(judgeGain({ corrected: fewerMistakes, known: same }, rules)).toEqual([]);
  });

  it('is refused when it brings nothing, or does harm to the corrections themselves', () => {
    expect(judgeGain({ corrected: same, known: same }, rules)).toEqual(['no-gain']);
    const worse = { before: outcome(), after: outcome({ right: 499 }) };
    expect(judgeGain({ corrected: worse, known: same }, rules)).toEqual(['corrected-worse']);
  });

  it('is refused when known papers come out worse than chance explains', () => {
    const byChance = { before: outcome(), after: outcome({ right: 497 }) };
    expect(judgeGain({ corrected: better, known: byChance }, rules)).toEqual([]);
    const worse = { before: outcome(), after: outcome({ right: 496 }) };
    expect(judgeGain({ corrected: better, known: worse }, rules)).toEqual(['known-worse']);
  });

  it('is refused when a mistake more would go unseen, or a paper that is no evidence would pass for some', () => {
    const surer = { before: outcome(), after: outcome({ right: 510, wrongAndSure: 11 }) };
    expect(judgeGain({ corrected: surer, known: same }, rules)).toEqual(['more-wrong-and-sure']);
    const swallowed = { before: outcome(), after: outcome({ unknownTaken: 2 }) };
    expect(judgeGain({ corrected: better, known: swallowed }, rules)).toEqual(['unknown-swallowed']);
  });
});
