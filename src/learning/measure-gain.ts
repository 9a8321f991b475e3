import type { TrainingPaper } from '#definitions/training-papers.schema.ts';
import { type LoadedModel, loadModel } from '#stages/classify/score-by-model.ts';
import { documentText } from '#text/line-text.ts';
import { addOutcomes, decideWith, type Knowledge, type LabelledPaper, type Outcome } from './decide-with.ts';
import { pageOfText } from './page-of-text.ts';
import { trainModel } from './train-model.ts';

/** A paper that a person corrected or confirmed. */
export interface CorrectedPaper extends LabelledPaper {
  /** Decides in which part of the papers it is held back, so that it is the same one in every run. */
  readonly id: string;
}

/** How the same held-back papers came out without and with what was learned from the others. */
export interface Comparison {
  readonly before: Outcome;
  readonly after: Outcome;
}

export interface Gain {
  /** The organisation's corrected papers. */
  readonly corrected: Comparison;
  /** The papers that Liasse brings along: what was known must stay known. */
  readonly known: Comparison;
}

/** Each paper is held back once. More parts measure a little better and take longer, two trainings each. */
const PARTS = 3;

/**
 * What learning from corrections is worth, measured on papers that the measured model did not see: the papers are parted, and each part is decided
 * by models trained on the others, once without and once with the corrections. Takes half a minute.
 */
export function measureGain(
  known: readonly TrainingPaper[],
  corrected: readonly CorrectedPaper[],
  knowledge: Knowledge,
): Gain {
  const knownParts = parted(known);
  const correctedParts = parted(sortedById(corrected));
  let gain: Gain | undefined;
  for (let part = 0; part < PARTS; part += 1) {
    const rest = <Paper>(parts: readonly (readonly Paper[])[]): Paper[] =>
      parts.flatMap((papers, at) => (at === part ? [] : papers));
    const without = quickModel(rest(knownParts));
    const withThem = quickModel([...rest(knownParts), ...rest(correctedParts).map(asTraining)]);
    const compare = (papers: readonly LabelledPaper[]): Comparison => ({
      before: decideWith(without, papers, knowledge),
      after: decideWith(withThem, papers, knowledge),
    });
    const here = {
      corrected: compare(correctedParts[part] ?? []),
      known: compare((knownParts[part] ?? []).map((paper) => ({ ...paper, pages: [pageOfText(paper.text)] }))),
    };
    gain =
      gain === undefined
        ? here
        : { corrected: added(gain.corrected, here.corrected), known: added(gain.known, here.known) };
  }
  if (gain === undefined) throw new Error('no part was measured');
  return gain;
}

/** A corrected paper as the model learns from it. */
export function asTraining({ type, language, pages }: LabelledPaper): TrainingPaper {
  return { type, language, text: documentText({ pages: [...pages] }) };
}

/** A model that is compared with another one and thrown away; its training set is not named. */
function quickModel(papers: readonly TrainingPaper[]): LoadedModel {
  return loadModel({ ...trainModel(papers, { isForComparing: true }), trainingSet: '' });
}

function sortedById(papers: readonly CorrectedPaper[]): CorrectedPaper[] {
  return papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Papers of every type in every part, as evenly as their number allows. */
function parted<Paper extends { readonly type: string }>(papers: readonly Paper[]): Paper[][] {
  const parts: Paper[][] = Array.from({ length: PARTS }, () => []);
  const dealt = new Map<string, number>();
  for (const paper of papers) {
    const turn = dealt.get(paper.type) ?? 0;
    dealt.set(paper.type, turn + 1);
    parts[turn % PARTS]?.push(paper);
  }
  return parts;
}

function added(one: Comparison, other: Comparison): Comparison {
  return { before: addOutcomes(one.before, other.before), after: addOutcomes(one.after, other.after) };
}
