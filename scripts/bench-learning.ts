// What corrections teach a model that never saw such papers, and how long it takes: the lesson that `liasse learn` makes, against training the whole model again with
// the corrections among its papers. One in five of the papers kept from the model is a correction, the others are held back from both; all are misread a little.
// Takes four minutes of processor time, nearly all of it for the models. Run: node scripts/bench-learning.ts [layouts | sw,vi,hy]
import { definitionFolders } from '../src/adapters/definition-folder/definition-folders.ts';
import { DefinitionReader } from '../src/adapters/definition-folder/read-definitions.ts';
import { loadPipeline } from '../src/app/load-pipeline.ts';
import { pipelineFolder } from '../src/app/pipeline-folders.ts';
import { type TrainingPaper, trainingPapersSchema } from '../src/definitions/training-papers.schema.ts';
import type { TypeDecision } from '../src/domain/findings.ts';
import { countOutcomes, decideWith } from '../src/learning/decide-with.ts';
import { heldBackScores, holdBack } from '../src/learning/held-back-scores.ts';
import { judgeGain } from '../src/learning/judge-gain.ts';
import { learnFrom } from '../src/learning/learn-from.ts';
import { misreadText } from '../src/learning/misread-text.ts';
import { pageOfText } from '../src/learning/page-of-text.ts';
import { partEvenly } from '../src/learning/part-evenly.ts';
import { seededRandom } from '../src/learning/seeded-random.ts';
import { trainModel } from '../src/learning/train-model.ts';
import { type WeighedPaper, weighPaper } from '../src/learning/weigh-papers.ts';
import { weighReplay } from '../src/learning/weigh-replay.ts';
import { loadLesson } from '../src/stages/classify/score-by-lesson.ts';
import { type LoadedModel, loadModel } from '../src/stages/classify/score-by-model.ts';

const [kept = 'layouts'] = process.argv.slice(2);
const PIPELINE = 'humanitarian-permit';
const pipeline = await loadPipeline(PIPELINE);
const rules = pipeline.classification;

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
let last = cpuSeconds();
const lap = (): string => {
  const before = last;
  last = cpuSeconds();
  return `${(last - before).toFixed(1)} s`;
};

/** The training papers by whether the model may see them: a lot by its file names, or languages. */
async function readPapers(): Promise<{ seen: TrainingPaper[]; unseen: TrainingPaper[] }> {
  const files = await new DefinitionReader(await definitionFolders(pipelineFolder(PIPELINE))).folder(
    'training',
    trainingPapersSchema,
  );
  const papers = { seen: [] as TrainingPaper[], unseen: [] as TrainingPaper[] };
  for (const [name, { language, papers: byType }] of files) {
    const isUnseen = kept === 'layouts' ? name.includes('-layouts') : kept.split(',').includes(language);
    for (const [type, texts] of Object.entries(byType))
      papers[isUnseen ? 'unseen' : 'seen'].push(...texts.map((text) => ({ type, language, text })));
  }
  return papers;
}

const random = seededRandom(1);
const misread = (paper: TrainingPaper): TrainingPaper => ({ ...paper, text: misreadText(paper.text, 0.04, random) });
const weigh = (papers: readonly TrainingPaper[], model: LoadedModel): WeighedPaper[] =>
  papers.map((paper) => weighPaper({ ...paper, pages: [pageOfText(paper.text)] }, model, pipeline));
const train = (papers: readonly TrainingPaper[]): LoadedModel =>
  loadModel({ ...trainModel(papers), trainingSet: 'bench' });

function report(name: string, papers: readonly WeighedPaper[], decisions: readonly TypeDecision[]): void {
  const { right, wrongAndSure, review, unknownTaken } = countOutcomes(papers, decisions, rules);
  const brier = papers.reduce((sum, { type }, at) => {
    const { id, confidence } = decisions[at] ?? { id: '', confidence: 0 };
    return sum + (confidence - Number(id === type)) ** 2;
  }, 0);
  console.log(
    `${name.padEnd(28)} right ${right}/${papers.length}, wrong and sure ${wrongAndSure}, to a person ${review}, unknown taken ${unknownTaken}, Brier ${(brier / papers.length).toFixed(4)}`,
  );
}
const untaught = (paper: WeighedPaper): TypeDecision => decideWith(paper, new Map(), rules);

const { seen, unseen } = await readPapers();
const [corrections = [], ...rest] = partEvenly(unseen.map(misread), 5, ({ type }) => type);
const heldBack = rest.flat();
console.log(
  `${seen.length} papers for the model, ${corrections.length} corrections, ${heldBack.length} held back (${kept})`,
);
const model = train(seen);
const known = { papers: seen, heldBack: { ...holdBack(seen), trainingSet: 'bench' } };
lap();
const full = train([...seen, ...corrections]);
console.log(`trained again as a whole: ${lap()} of processor time, without measuring`);
const languages = new Set(corrections.map(({ language }) => language));
const replay = weighReplay(known, languages, pipeline);
const { lesson, gain } = learnFrom({ corrected: weigh(corrections, model), known: replay }, rules);
console.log(
  `lesson: ${lap()} of processor time with measuring, ${Math.round(JSON.stringify(lesson).length / 1024)} kB`,
);
console.log(`measured by learning itself: ${JSON.stringify(gain)} ${judgeGain(gain, rules.learning).join(' ')}`);

const teach = loadLesson(lesson);
const taught = (paper: WeighedPaper): TypeDecision => decideWith(paper, teach(paper.features), rules);
const before = weigh(heldBack, model);
report('model that never saw any', before, before.map(untaught));
const after = weigh(heldBack, full);
report('trained again as a whole', after, after.map(untaught));
report('lesson', before, before.map(taught));

// Papers that the model knows and that were not replayed: what does the lesson do to them?
const scores = heldBackScores(known.heldBack, [...new Set(seen.map(({ language }) => language))]);
const replayed = new Set(replay.map(({ features }) => JSON.stringify([...features])));
const others = [...seen.keys()]
  .filter((at) => at % 5 === 0)
  .flatMap((at) => weigh(seen.slice(at, at + 1), () => scores(at)))
  .filter(({ features }) => !replayed.has(JSON.stringify([...features])));
report('known, never replayed: before', others, others.map(untaught));
report('known, never replayed: after', others, others.map(taught));
