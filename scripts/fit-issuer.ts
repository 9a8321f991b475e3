// Fits what each feature of a letterhead is worth (pipelines/<id>/models/issuer.json) on labelled papers that `liasse eval DIR --case NAME`
// has read, and prints how each lot fares by weights fitted on the others. Deterministic. Run: node scripts/fit-issuer.ts DIR=CASE DIR=CASE … [--check]
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sameIssuer } from '../src/app/evaluation/compare-document.ts';
import { loadPipeline } from '../src/app/load-pipeline.ts';
import { bestName, chooseIssuer } from '../src/stages/find-letterhead/choose-issuer.ts';
import type { Features } from '../src/stages/find-letterhead/features.ts';
import { presenceFeatures } from '../src/stages/find-letterhead/presence-features.ts';
import { fitChoices, type Weights } from './fit-issuer/fit-choices.ts';
import { type LabelledHead, readLabelledHeads } from './fit-issuer/read-labelled-heads.ts';
import { scriptOptions } from './script-options.ts';

const { positionals, values } = scriptOptions({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, pipeline: { type: 'string', default: 'humanitarian-permit' } },
});
const pipeline = await loadPipeline(values.pipeline);
const lots: { readonly name: string; readonly heads: readonly LabelledHead[] }[] = [];
for (const lot of positionals) {
  const [folder = '', name = ''] = lot.split('=');
  lots.push({ name, heads: await readLabelledHeads(folder, name, pipeline) });
}
const heads = lots.flatMap((lot) => lot.heads);

/** Small enough to follow the papers, large enough not to follow their authors: best on lots that were left out. */
const RANK = { shrink: 0.002, steps: 400 };
const PRESENCE = { shrink: 0.003, steps: 400 };
/** Each lot is by other hands: it is judged by weights that have seen the other lots only. */
const unseen = lots.map(({ name, heads: papers }) => {
  const weights = fitHeads(lots.flatMap((lot) => (lot.name === name ? [] : lot.heads)));
  return { name, judged: papers.map((head) => judge(head, weights)) };
});
const share = (of: readonly boolean[]): string => `${((100 * of.filter(Boolean).length) / of.length).toFixed(1)} %`;
const judged = unseen.flatMap((lot) => lot.judged);
for (const lot of [...unseen, { name: 'all', judged }]) console.log(`${lot.name} left out: ${figuresOf(lot.judged)}`);
for (const from of [0, 0.3, 0.5, 0.7, 0.8, 0.9]) {
  const to = [0.3, 0.5, 0.7, 0.8, 0.9, 2].find((end) => end > from) ?? 2;
  const bin = judged.filter(({ confidence }) => confidence >= from && confidence < to);
  console.log(`  confidence from ${from}: ${bin.length}, right ${share(bin.map((one) => one.isIssuerRight === true))}`);
}
if (!values.check) {
  const target = join(import.meta.dirname, '../pipelines', values.pipeline, 'models/issuer.json');
  await writeFile(target, `${JSON.stringify(fitHeads(heads), null, 1)}\n`);
}

function figuresOf(papers: readonly ReturnType<typeof judge>[]): string {
  const issuers = papers.flatMap(({ isIssuerRight }) => (isIssuerRight === null ? [] : [isIssuerRight]));
  return `${papers.length} papers, letterhead ${share(papers.map((one) => one.isPresenceRight))}, issuer ${share(issuers)}`;
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
    RANK,
  );
  const nothing: Features = new Map();
  const presence = fitChoices(
    papers.flatMap(({ weighed, isHeaded }) => {
      const best = bestName(weighed, rank);
      if (best === undefined) return [];
      const features = presenceFeatures(best, weighed.context, weighed.type);
      return [{ options: [features, nothing], right: new Set([isHeaded ? 0 : 1]) }];
    }),
    PRESENCE,
  );
  return { rank, presence };
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
