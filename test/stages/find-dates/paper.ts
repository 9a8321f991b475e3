import { readdir, readFile } from 'node:fs/promises';
import type { ZodType } from 'zod';
import { dateCuesSchema } from '#definitions/date-cues.schema.ts';
import { issueDateRulesSchema } from '#definitions/issue-date.schema.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';
import type { DocumentPage, Line, PageMark } from '#domain/page-reading.ts';
import type { DateKnowledge } from '#stages/find-dates/find-document-dates.ts';

const folder = 'pipelines/humanitarian-permit';

/** All that is known about dates, as the pipeline gives it. */
export async function readDateKnowledge(): Promise<DateKnowledge> {
  const files = (await readdir(`${folder}/dates`)).sort();
  const cues = await Promise.all(files.map((file) => readChecked(`dates/${file}`, dateCuesSchema)));
  return { cues, issueDate: await readChecked('issue-date.yaml', issueDateRulesSchema) };
}

async function readChecked<Value>(file: string, schema: ZodType<Value>): Promise<Value> {
  const parsed = await parseDefinition(file, await readFile(`${folder}/${file}`, 'utf8'), schema);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** A line at `[x, y]` (fractions of the page), a hundredth of the page a letter; one block a row unless told. */
export function line(text: string, [x, y]: readonly [number, number], block = Math.round(y * 1000)): Line {
  let left = x;
  const words = text.split(' ').map((word) => {
    const width = word.length * 0.01;
    const box: [number, number, number, number] = [left, y, width, 0.012];
    left += width + 0.01;
    return { text: word, box, confidence: 0.95 };
  });
  return { block, box: [x, y, left - x, 0.012], words };
}

/** A page with these lines. */
export function page(lines: readonly Line[], code = 'fr', marks: readonly PageMark[] = []): DocumentPage {
  return {
    page: 1,
    state: 'read',
    source: 'ocr',
    engine: 'test',
    model: 'test',
    width: 2480,
    height: 3508,
    geometry: { turned: 0, skewDegrees: 0, quad: null },
    quality: null,
    confidence: 0.95,
    languages: [{ code, script: 'Latn', share: 1, confidence: 0.9 }],
    lines: [...lines],
    isCutShort: false,
    failure: null,
    marks: [...marks],
  };
}
