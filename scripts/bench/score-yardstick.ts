import { z } from 'zod';
import { characterErrorRate } from '../../src/app/evaluation/compare-document.ts';
import type { LaidFile } from './lay-files.ts';
import type { OcrReading } from './ocr-job.schema.ts';

/** What `judge_texts.py` answers. */
export const textAnswersSchema = z.array(
  z.object({ id: z.string(), type: z.string(), confidence: z.number(), date: z.string().nullable() }),
);
type TextAnswer = z.infer<typeof textAnswersSchema>[number];

/** How one file of one document came out. */
export interface YardstickScore {
  readonly id: string;
  readonly language: string;
  readonly truthType: string;
  readonly failed: boolean;
  readonly typeRight: boolean;
  readonly confidence: number;
  readonly issueDateRight: boolean;
  /** Null without truth text. */
  readonly characterErrorRate: number | null;
}

/** Holds readings and answers against the truths. A file that was not read counts as wrong, as one that Liasse does not read does. */
export function scoreYardstick(
  files: readonly Pick<LaidFile, 'id' | 'truth'>[],
  readings: readonly OcrReading[],
  answers: readonly TextAnswer[],
): YardstickScore[] {
  const [read, judged] = [byId(readings), byId(answers)];
  return files.flatMap(({ id, truth }) => {
    const [document] = truth.documents;
    if (document === undefined) return [];
    const [reading, answer] = [read.get(id), judged.get(id)];
    const failed = reading === undefined || reading.failed;
    return [
      {
        id,
        language: document.languages[0] ?? 'und',
        truthType: document.type,
        failed,
        typeRight: !failed && answer?.type === document.type,
        confidence: failed ? 0 : (answer?.confidence ?? 0),
        issueDateRight: !failed && answer !== undefined && answer.date === document.issueDate,
        characterErrorRate: document.text === null ? null : characterErrorRate(reading?.text ?? '', document.text),
      },
    ];
  });
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
