import type { Classification } from '#definitions/classification.schema.ts';
import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { Place, TypeDecision } from '#domain/findings.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { documentText } from '#text/line-text.ts';
import { type SequenceWord, wordSequence } from '#text/word-sequence.ts';
import { decideType, type TypeLogits } from './decide-type.ts';
import { layoutTraits } from './layout-traits.ts';
import { type CueScore, scoreByCues } from './score-by-cues.ts';
import type { LoadedLesson } from './score-by-lesson.ts';
import type { LoadedModel } from './score-by-model.ts';
import { type TextFeatures, textFeatures } from './text-features.ts';

/** What the classifier knows: weights, wording, and what it learned. */
export interface ClassifierKnowledge {
  readonly classification: Classification;
  readonly cues: readonly LanguageCues[];
  readonly model: LoadedModel;
  /** What the organisation's corrections taught, if anything. */
  readonly lesson?: LoadedLesson | undefined;
}

/** A paper is recognised by its beginning; further pages are annexes or more of the same. */
const PAGES_READ = 6;
const PLACES = 4;

/** What speaks for each type, before it becomes a decision. */
export interface Evidence {
  readonly logits: TypeLogits;
  /** Divides the log-odds: more when the words were read badly. */
  readonly temperature: number;
  readonly features: TextFeatures;
  readonly because: (type: string) => Place[];
}

/** What a paper is: wording, layout, the trained model and what corrections taught. Languages are ISO codes, the main one first. */
export function weighEvidence(
  pages: readonly DocumentPage[],
  languages: readonly string[],
  knowledge: ClassifierKnowledge,
): TypeDecision {
  const evidence = gatherEvidence(pages, languages, knowledge);
  const { logits, temperature, because } = evidence;
  const taught = knowledge.lesson?.(evidence.features);
  const all = taught === undefined ? logits : addLogits(logits, taught);
  return decideType(all, because, { ...knowledge.classification, temperature });
}

/** The evidence for each type without what corrections taught. */
export function gatherEvidence(
  pages: readonly DocumentPage[],
  languages: readonly string[],
  knowledge: ClassifierKnowledge,
): Evidence {
  const rules = knowledge.classification;
  const read = pages.slice(0, PAGES_READ);
  const words = wordSequence(read);
  const wanted = new Set([...languages, ...rules.commonLanguages]);
  const cues = scoreByCues(
    { words, pages: read, languages, cues: knowledge.cues.filter((one) => wanted.has(one.language)) },
    rules,
  );
  const features = textFeatures(documentText({ pages: read }));
  const model = knowledge.model(features);
  const isTaught = languages.slice(0, 1).some((language) => model.languages.includes(language));
  const trust = Math.min(1, model.coverage / rules.model.coverage) * (isTaught ? 1 : rules.model.untaught);
  const types = new Set([
    rules.unknownType,
    ...model.logits.keys(),
    ...knowledge.cues.flatMap((one) => Object.keys(one.types)),
    ...rules.traits.map((one) => one.type),
  ]);
  const traits = traitLogits(pages, rules);
  const logits = new Map(
    [...types].map((type) => {
      const learned = limited((model.logits.get(type) ?? 0) * rules.model.weight * trust, rules.model.limit);
      const bias = type === rules.unknownType ? rules.unknownBias : 0;
      return [type, bias + learned + (cues.get(type)?.logit ?? 0) + (traits.get(type) ?? 0)];
    }),
  );
  return {
    logits,
    temperature: rules.temperature * doubtFactor(read, rules.doubtfulReading),
    features,
    because: (type) => placesOf(cues.get(type), words),
  };
}

/** Both log-odds together; a type that only one of them names counts as nothing in the other. */
export function addLogits(one: TypeLogits, other: TypeLogits): TypeLogits {
  const types = new Set([...one.keys(), ...other.keys()]);
  return new Map([...types].map((type) => [type, (one.get(type) ?? 0) + (other.get(type) ?? 0)]));
}

/** By how much evidence is worth less because its words were read badly; 1 for a good reading. */
function doubtFactor(pages: readonly DocumentPage[], { below, slope }: Classification['doubtfulReading']): number {
  const words = pages.flatMap((page) => page.lines.flatMap((line) => line.words));
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return 1;
  const sureness = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
  return 1 + slope * Math.max(0, below - sureness);
}

function limited(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

function traitLogits(pages: readonly DocumentPage[], rules: Classification): ReadonlyMap<string, number> {
  const shown = layoutTraits(pages);
  const logits = new Map<string, number>();
  for (const { trait, type, weight } of rules.traits)
    logits.set(type, (logits.get(type) ?? 0) + weight * (shown.get(trait) ?? 0));
  return logits;
}

/** Page, box and printed words of the strongest hits, each place once. */
function placesOf(score: CueScore | undefined, words: readonly SequenceWord[]): Place[] {
  const places: Place[] = [];
  const taken = new Set<number>();
  for (const { hit } of score?.hits ?? []) {
    if (places.length >= PLACES) break;
    if (taken.has(hit.from)) continue;
    const found = words.slice(hit.from, hit.to);
    const [first] = found;
    const box = unionOfBoxes(found.filter((word) => word.page === first?.page).map((word) => word.box));
    if (first === undefined || box === undefined) continue;
    for (let at = hit.from; at < hit.to; at += 1) taken.add(at);
    const printed = found.filter((word, at) => at === 0 || word.box !== found[at - 1]?.box).map((word) => word.printed);
    places.push({ text: printed.join(' '), page: first.page, box });
  }
  return places;
}
