import type { MatrixRules } from '#definitions/casework/matrix.schema.ts';
import { wordPattern } from '#definitions/casework/pattern.ts';
import type { Cell } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { readingOf } from '../paper-reading.ts';

/** Why a paper of the right type does not speak of a criterion after all; undefined when it does, or when its language is not known well enough to say. */
export function offTopic(
  paper: CasePaper,
  criterion: string,
  { topics }: Pick<MatrixRules, 'topics'>,
): Cell['factors'][number] | undefined {
  const { record, text } = paper;
  const language = record.languages[0]?.code ?? '';
  const topic = topics.find(
    (one) =>
      one.criterion === criterion && one.types.includes(record.type?.id ?? '') && one.languages.includes(language),
  );
  if (topic === undefined || text === '') return undefined;
  const folded = readingOf(paper).text;
  if (topic.says.some((pattern) => wordPattern(pattern).test(folded))) return undefined;
  return { rule: topic.id, value: 0, message: topic.message };
}
