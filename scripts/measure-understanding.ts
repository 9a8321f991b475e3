// Language and type of labelled papers from their typed text with made-up noise: a quick look while cues and weights are worked on.
// Real reading is measured by `liasse eval`. Run: node scripts/measure-understanding.ts DIR [NOISE] [--wrong]
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTruthSchema } from '../src/app/evaluation/truth.schema.ts';
import { classificationSchema } from '../src/definitions/classification.schema.ts';
import { classifierModelSchema } from '../src/definitions/classifier-model.schema.ts';
import { languageCuesSchema } from '../src/definitions/cues.schema.ts';
import { parseDefinition } from '../src/definitions/parse-definition.ts';
import { misreadText } from '../src/learning/misread-text.ts';
import { seededRandom } from '../src/learning/seeded-random.ts';
import { loadModel } from '../src/stages/classify/score-by-model.ts';
import { weighEvidence } from '../src/stages/classify/weigh-evidence.ts';
import { findLanguages } from '../src/stages/detect-language/find-languages.ts';
import { pagesFromText } from '../test/support/pages-from-text.ts';
import { scriptOptions } from './script-options.ts';

const { positionals, values } = scriptOptions({
  allowPositionals: true,
  options: { wrong: { type: 'boolean', default: false } },
});
const [folder = 'fixtures/documents', noise = '0.03'] = positionals;
const pipeline = join(import.meta.dirname, '../pipelines/humanitarian-permit');

async function definition(name: string): Promise<string> {
  return await readFile(join(pipeline, name), 'utf8');
}
const classification = await parseDefinition(
  'classification.yaml',
  await definition('classification.yaml'),
  classificationSchema,
);
if (!classification.ok) throw new Error(JSON.stringify(classification.problems));
const cues = [];
for (const name of (await readdir(join(pipeline, 'cues'))).sort()) {
  const parsed = await parseDefinition(name, await definition(`cues/${name}`), languageCuesSchema);
  if (parsed.ok) cues.push(parsed.value);
  else console.error(`skipped ${name}`, parsed.problems[0]);
}
const model = loadModel(classifierModelSchema.parse(JSON.parse(await definition('models/classifier.json'))));
const knowledge = { classification: classification.value, cues, model };

const results: {
  id: string;
  truth: string;
  found: string;
  confidence: number;
  raw: string;
  language: string;
  foundLanguage: string;
  source: string;
}[] = [];
let spentMs = 0;
for (const name of (await readdir(folder)).sort()) {
  const text = await readFile(join(folder, name, 'truth.json'), 'utf8').catch(() => undefined);
  if (text === undefined) continue;
  const truth = fileTruthSchema.parse(JSON.parse(text));
  for (const document of truth.documents) {
    if (document.text === null) continue;
    const random = seededRandom(results.length + 1);
    const pages = pagesFromText(misreadText(document.text, Number(noise), random));
    const started = performance.now();
    const languages = findLanguages(pages);
    const decision = weighEvidence(
      pages,
      languages.map((one) => one.code),
      knowledge,
    );
    spentMs += performance.now() - started;
    results.push({
      id: name,
      truth: document.type,
      found: decision.id,
      confidence: decision.confidence,
      raw: decision.alternatives.map((one) => `${one.id} ${one.confidence.toFixed(2)}`).join(', '),
      language: document.languages[0] ?? 'und',
      foundLanguage: languages[0]?.code ?? 'und',
      source: truth.capture,
    });
  }
}
const review = classification.value.reviewBelow;
const share = (list: readonly unknown[], of: readonly unknown[]): string =>
  `${list.length}/${of.length} ${((100 * list.length) / Math.max(1, of.length)).toFixed(1)} %`;
const right = results.filter((one) => one.truth === one.found);
console.log(
  'type right',
  share(right, results),
  '| sent to review',
  share(
    results.filter((one) => one.confidence < review),
    results,
  ),
);
console.log(
  'wrong and not sent',
  share(
    results.filter((one) => one.truth !== one.found && one.confidence >= review),
    results,
  ),
);
console.log(
  'language right',
  share(
    results.filter((one) => one.language === one.foundLanguage),
    results,
  ),
  '| ms a document',
  (spentMs / results.length).toFixed(2),
);
for (let decile = 0; decile < 10; decile += 1) {
  const inside = results.filter((one) => Math.min(9, Math.floor(one.confidence * 10)) === decile);
  if (inside.length > 0)
    console.log(
      `  ${decile / 10}–${(decile + 1) / 10}: ${share(
        inside.filter((one) => one.truth === one.found),
        inside,
      )}`,
    );
}
const languages = [...new Set(results.map((one) => one.language))].sort();
console.log(
  languages
    .map((code) => {
      const of = results.filter((one) => one.language === code);
      return `${code} ${of.filter((one) => one.truth === one.found).length}/${of.length}`;
    })
    .join('  '),
);
if (values.wrong) {
  for (const one of results) {
    if (one.truth !== one.found || one.language !== one.foundLanguage)
      console.log(
        `${one.id}: ${one.truth} → ${one.found} ${one.confidence.toFixed(2)} (${one.raw}) ${one.language}→${one.foundLanguage}`,
      );
  }
}
