/** An answer with how sure it was. */
export interface Sure {
  readonly confidence: number;
  readonly typeRight: boolean;
}

/** The four types of papers that carry most weight in the guide. */
export const CORE_TYPES: readonly string[] = [
  'police-report',
  'medical-certificate',
  'social-worker-report',
  'pay-slip',
];

/** Share of answers that are true, null over none. */
export function share(answers: readonly boolean[]): number | null {
  return answers.length === 0 ? null : answers.filter(Boolean).length / answers.length;
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Where the true share lies with 95 % confidence when `share` of `count` came out (Wilson): what a figure from few papers is worth. */
export function interval(part: number, count: number): readonly [low: number, high: number] | null {
  if (count === 0) return null;
  const z = 1.96;
  const spread = 1 + z ** 2 / count;
  const middle = (part + z ** 2 / (2 * count)) / spread;
  const half = (z / spread) * Math.sqrt((part * (1 - part)) / count + z ** 2 / (4 * count ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** A tenth of the scale of confidence: how sure, and how often right. */
export interface Decile {
  readonly from: number;
  readonly documents: number;
  readonly meanConfidence: number | null;
  readonly right: number | null;
}

export function deciles(answers: readonly Sure[]): Decile[] {
  return Array.from({ length: 10 }, (_, index) => {
    const inside = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === index);
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: index / 10,
      documents: inside.length,
      meanConfidence: inside.length === 0 ? null : sum / inside.length,
      right: share(inside.map(({ typeRight }) => typeRight)),
    };
  });
}

/** Expected calibration error: how far, on average over the papers, confidence and share of right answers lie apart by decile. 0 is best. */
export function calibrationError(answers: readonly Sure[]): number | null {
  if (answers.length === 0) return null;
  return deciles(answers).reduce(
    (sum, { documents, meanConfidence, right }) =>
      sum + (documents / answers.length) * Math.abs((meanConfidence ?? 0) - (right ?? 0)),
    0,
  );
}

/** Wrong answers left, of all, when the least sure `reviewShare` go to a person. */
export function wrongWhenReviewed(answers: readonly Sure[], reviewShare: number): number | null {
  if (answers.length === 0) return null;
  const kept = answers
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, Math.round(answers.length * (1 - reviewShare)));
  return kept.filter(({ typeRight }) => !typeRight).length / answers.length;
}

/** Script that a language is usually written in, ISO 15924: `fr` Latn, `am` Ethi. `Zzzz` for one that nobody knows. */
export function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? 'Zzzz';
  } catch {
    return 'Zzzz';
  }
}
