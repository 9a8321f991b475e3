import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTrainingPapers } from '../../src/adapters/definition-folder/read-training-papers.ts';
import type { LaidFile } from './lay-files.ts';
import { type OcrJob, ocrReadingsSchema } from './ocr-job.schema.ts';
import { scoreYardstick, textAnswersSchema, type YardstickScore } from './score-yardstick.ts';
import { modelsToRead } from './tesseract-models.ts';
import { type Use, watchedRun } from './watched-run.ts';
import type { YardstickTools } from './yardstick-tools.ts';

/** How the yardstick was told the languages: all that the files have, as its users must, or the right ones of each file. */
export type Telling = 'all' | 'right';

export interface YardstickRun {
  readonly telling: Telling;
  readonly scores: readonly YardstickScore[];
  readonly reading: Use;
  readonly judging: Use;
}

const PIPELINE = join(import.meta.dirname, '../../pipelines/humanitarian-permit');
const OCR_FILES = fileURLToPath(new URL('./ocr-files.ts', import.meta.url));
const JUDGE_TEXTS = join(import.meta.dirname, 'judge_texts.py');

/** Puts files of one document each through OCRmyPDF, dateparser and a classifier of words. */
export async function measureYardstick(
  files: readonly LaidFile[],
  telling: Telling,
  { tools, scratch }: { readonly tools: YardstickTools; readonly scratch: string },
): Promise<YardstickRun> {
  const languages = [...new Set(files.flatMap(({ truth }) => truth.documents.flatMap((one) => one.languages)))];
  const told = (file: LaidFile): readonly string[] =>
    telling === 'all' ? languages : (file.truth.documents[0]?.languages ?? []);
  const [job, result] = [join(scratch, `ocr-${telling}.json`), join(scratch, `read-${telling}.json`)];
  const ocrJob: OcrJob = {
    files: files.map((file) => ({ id: file.id, path: file.path, models: modelsToRead(told(file), tools.models) })),
    scratch,
    result,
    atOnce: availableParallelism(),
  };
  await writeFile(job, JSON.stringify(ocrJob));
  const reading = await watchedRun(process.execPath, ['--disable-warning=ExperimentalWarning', OCR_FILES, job]);
  const readings = ocrReadingsSchema.parse(JSON.parse(await readFile(result, 'utf8')));

  const { papers } = await readTrainingPapers(PIPELINE);
  const [question, answer] = [join(scratch, `texts-${telling}.json`), join(scratch, `judged-${telling}.json`)];
  const byId = new Map(files.map((file) => [file.id, file]));
  const texts = readings.map(({ id, text }) => {
    const file = byId.get(id);
    return { id, text, languages: telling === 'all' || file === undefined ? null : told(file) };
  });
  const asOf = files[0]?.truth.asOf;
  await writeFile(question, JSON.stringify({ training: papers, texts, asOf }));
  const judging = await watchedRun(tools.python, [JUDGE_TEXTS, question, answer]);
  const answers = textAnswersSchema.parse(JSON.parse(await readFile(answer, 'utf8')));
  return { telling, scores: scoreYardstick(files, readings, answers), reading, judging };
}
