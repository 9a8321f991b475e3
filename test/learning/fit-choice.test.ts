import { describe, expect, it } from 'vitest';
import { type ChoiceExample, choiceChances, fitChoice } from '#learning/fit-choice.ts';

const labelled: ChoiceExample = { options: [{ label: 1 }, { prose: 1 }], answers: [0, 1], right: 0 };
const none: ChoiceExample = { options: [{ prose: 1 }, { prose: 1 }], answers: [0, 1], right: -1 };
const expected = { label: 0, prose: 0, unseen: -2 };

describe('fitting a choice', () => {
  const weights = fitChoice([...Array(10).fill(labelled), ...Array(10).fill(none)], expected, 0.1);

  it('learns which sign makes the right option, and when none is', () => {
    expect(choiceChances(labelled, weights).get(0)).toBeGreaterThan(0.9);
    const chances = [...choiceChances(none, weights).values()];
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThan(0.1);
  });

  it('keeps what was expected of a sign that no example shows', () => {
    expect(weights.weights['unseen']).toBeCloseTo(-2);
  });

  it('takes the best place of an answer that stands twice', () => {
    const twice: ChoiceExample = { options: [{ prose: 1 }, { label: 1 }], answers: [7, 7], right: 7 };
    expect(choiceChances(twice, weights).get(7)).toBeGreaterThan(0.9);
  });
});
