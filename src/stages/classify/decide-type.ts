import type { Classification } from '#definitions/classification.schema.ts';
import type { Place, TypeDecision } from '#domain/findings.ts';

/** Log-odds per type id, as the sides of the evidence add up. */
export type TypeLogits = ReadonlyMap<string, number>;

const ALTERNATIVES = 3;
/** Runners-up below this are noise. */
const SMALLEST_ALTERNATIVE = 0.005;

/** The most probable type with its calibrated confidence, and the runners-up. Ties go to the type that is no evidence, then by name. */
export function decideType(
  logits: TypeLogits,
  because: (type: string) => Place[],
  rules: Classification,
): TypeDecision {
  const ranked = probabilities(logits, rules.temperature).sort(
    (a, b) =>
      b.probability - a.probability ||
      Number(b.id === rules.unknownType) - Number(a.id === rules.unknownType) ||
      (a.id < b.id ? -1 : 1),
  );
  const [best, ...others] = ranked;
  if (best === undefined) return { id: rules.unknownType, confidence: 0, alternatives: [], because: [] };
  const confidence = calibrated(best.probability, rules);
  // The runners-up share what the winner leaves, so that the list never adds up to more than one.
  const rest = others.reduce((sum, other) => sum + other.probability, 0);
  const alternatives = others
    .slice(0, ALTERNATIVES)
    .map((other) => ({ id: other.id, confidence: rest === 0 ? 0 : ((1 - confidence) * other.probability) / rest }))
    .filter((other) => other.confidence >= SMALLEST_ALTERNATIVE);
  return { id: best.id, confidence, alternatives, because: because(best.id) };
}

function probabilities(logits: TypeLogits, temperature: number): { id: string; probability: number }[] {
  const highest = Math.max(...logits.values());
  const weights = [...logits].map(([id, logit]) => ({ id, weight: Math.exp((logit - highest) / temperature) }));
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return weights.map(({ id, weight }) => ({ id, probability: weight / sum }));
}

/** Straight lines between the points of the calibration table. */
function calibrated(raw: number, { calibration }: Classification): number {
  let [before] = calibration;
  for (const point of calibration) {
    if (before !== undefined && raw <= point.raw) {
      const span = point.raw - before.raw;
      return span <= 0 ? point.right : before.right + ((raw - before.raw) / span) * (point.right - before.right);
    }
    before = point;
  }
  return before?.right ?? raw;
}
