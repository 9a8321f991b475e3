// Fits what each feature of a letterhead is worth (pipelines/<id>/models/issuer.json) on labelled papers that `liasse eval DIR --case NAME`
// has read. Deterministic. Run: node scripts/fit-issuer.ts DIR=CASE [DIR=CASE …] [--check]
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sameIssuer } from '../src/app/evaluation/compare-document.ts';
import { loadPipeline } from '../src/app/load-pipeline.ts';
import { chooseIssuer, scoreOf } from '../src/stages/find-letterhead/choose-issuer.ts';
import type { Features } from '../src/stages/find-letterhead/issuer-features.ts';
import { presenceFeatures } from '../src/stages/find-letterhead/presence-features.ts';
import { fitChoices, type Weights } from './fit-issuer/fit-choices.ts';
import { type LabelledHead, readLabelledHeads } from './fit-issuer/read-labelled-heads.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, pipeline: { type: 'string', default: 'humanitarian-permit' } },
});
const pipeline = await loadPipeline(values.pipeline);
const heads: LabelledHead[] = [];
for (const lot of positionals) {
  const [folder = '', caseName = ''] = lot.split('=');
  heads.push(...(await readLabelledHeads(folder, caseName, pipeline)));
}

/** Papers whose number ends alike are variants of each other's neighbours: they are judged by weights that have not seen them. */
const FOLDS = 5;
const fold = ({ id }: LabelledHead): number => Number(id.slice(0, 3)) % FOLDS;
const judged = Array.from({ length: FOLDS }, (_, at) => {
  const weights = fitHeads(heads.filter((head) => fold(head) !== at));
  return heads.filter((head) => fold(head) === at).map((head) => judge(head, weights));
}).flat();
const share = (of: readonly boolean[]): string => `${((100 * of.filter(Boolean).length) / of.length).toFixed(1)} %`;
const issuers = judged.flatMap(({ isIssuerRight }) => (isIssuerRight === null ? [] : [isIssuerRight]));
console.log(
  `${heads.length} papers; unseen: letterhead ${share(judged.map((one) => one.isPresenceRight))}, issuer ${share(issuers)}`,
);
for (const from of [0, 0.5, 0.7, 0.9]) {
  const bin = judged.filter(({ confidence }) => confidence >= from && confidence < (from === 0.9 ? 2 : from + 0.2));
  console.log(`  confidence from ${from}: ${bin.length}, right ${share(bin.map((one) => one.isIssuerRight === true))}`);
}
if (!values.check) {
  const target = join(import.meta.dirname, '../pipelines', values.pipeline, 'models/issuer.json');
  await writeFile(target, `${JSON.stringify(fitHeads(heads), null, 1)}\n`);
}

interface FittedWeights {
  readonly rank: Weights;
  readonly presence: Weights;
}

/** First which name is the issuer's, on papers that have one; then, given the best name, whether there is a letterhead. */
function fitHeads(papers: readonly LabelledHead[]): FittedWeights {
  const named = papers.filter(({ right }) => right.size > 0);
  const rank = fitChoices(
    named.map(({ weighed, right }) => ({ options: weighed.candidates.map(({ features }) => features), right })),
    { shrink: 0.008, steps: 300 },
  );
  const nothing: Features = new Map();
  const presence = fitChoices(
    papers.flatMap((paper) => {
      const features = presenceOf(paper, rank);
      return features === undefined ? [] : [{ options: [features, nothing], right: new Set([paper.isHeaded ? 0 : 1]) }];
    }),
    { shrink: 0.01, steps: 300 },
  );
  return { rank, presence };
}

function presenceOf({ weighed }: LabelledHead, rank: Weights): Features | undefined {
  const scored = weighed.candidates.map(({ features }) => ({ features, score: scoreOf(features, rank) }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best === undefined ? undefined : presenceFeatures(best.features, best.score, weighed.nobody);
}

function judge({ weighed, isHeaded, issuer }: LabelledHead, weights: FittedWeights) {
  const choice = chooseIssuer(weighed, weights);
  const isPresent = choice !== undefined && choice.presence >= pipeline.letterhead.presentFrom;
  return {
    isPresenceRight: isPresent === isHeaded,
    isIssuerRight: issuer === null ? null : isPresent && sameIssuer(choice.candidate.text, issuer),
    confidence: isPresent ? choice.presence * choice.share : -1,
  };
}
