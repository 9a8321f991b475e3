import type { MatrixRules } from '#definitions/casework/matrix.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Cell } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { fillSentence } from '../fill-sentence.ts';
import type { IssuedInFrance } from '../presence/weigh-country.ts';
import { offTopic } from './off-topic.ts';

/** What judging a cell needs besides the paper. */
export interface CellRules {
  readonly matrix: MatrixRules;
  readonly pipeline: Pick<Pipeline, 'documentTypes' | 'flags' | 'evidenceTable'>;
  /** Keys of the foreign papers whose translation is in the file. */
  readonly translated: ReadonlySet<string>;
  /** Keys of the papers of which a better copy is in the file. */
  readonly worseCopies: ReadonlySet<string>;
  /** Keys of the papers that are somebody else's. */
  readonly strangers: ReadonlySet<string>;
  /** Whether a paper was issued in France. */
  countryOf(paper: CasePaper): IssuedInFrance;
}

/** What a paper is worth for a criterion, with a sentence for every number; undefined when it says nothing about it. */
export function judgeCell(paper: CasePaper, criterion: string, rules: CellRules): Cell | undefined {
  const { record } = paper;
  const type = record.type?.id ?? '';
  const weight = rules.pipeline.evidenceTable.criteria.find(({ id }) => id === criterion)?.evidence[type];
  if (weight === undefined) return undefined;
  const { sentences } = rules.matrix;
  const label = rules.pipeline.documentTypes[type]?.label ?? { fr: type, en: type };
  const factors = [
    { rule: 'evidence-table', value: 1, message: fillSentence(sentences.weight, { type: label, weight }) },
    ...placeFactors(paper, criterion, rules),
    ...flagFactors(paper, rules),
  ];
  const why = whyUncounted(paper, rules) ?? offTopic(paper, criterion, rules.matrix);
  const all = why === undefined ? factors : [...factors, why];
  const product = all.reduce((strength, { value }) => strength * value, weight);
  return {
    paper: paper.key,
    criterion,
    weight,
    factors: all,
    strength: Math.round(100 * product),
    isCounted: why === undefined,
  };
}

function placeFactors(paper: CasePaper, criterion: string, { matrix, countryOf }: CellRules): Cell['factors'] {
  const type = paper.record.type?.id ?? '';
  return matrix.places
    .filter(
      (place) => place.criterion === criterion && place.types.includes(type) && place.inFrance === countryOf(paper),
    )
    .map(({ id, factor, message }) => ({ rule: id, value: factor, message }));
}

function flagFactors({ record, key }: CasePaper, { matrix, pipeline, translated }: CellRules): Cell['factors'] {
  return record.flags.flatMap((flag) => {
    const factor = pipeline.flags.flags[flag.code]?.factor ?? 1;
    const good = matrix.madeGood.find((one) => one.flag === flag.code && one.by === 'translation');
    if (good !== undefined && translated.has(key)) return [{ rule: flag.code, value: 1, message: good.message }];
    return factor === 1 ? [] : [{ rule: flag.code, value: factor, message: flag.message }];
  });
}

/** Why a paper is shown and not counted; undefined when it is. */
function whyUncounted(
  { key, record, copyOf }: CasePaper,
  { matrix, pipeline, worseCopies, strangers }: CellRules,
): Cell['factors'][number] | undefined {
  const { sentences } = matrix;
  if (strangers.has(key)) return { rule: 'stranger', value: 1, message: sentences.stranger };
  if (copyOf !== null || worseCopies.has(key)) return { rule: 'copy', value: 1, message: sentences.copy };
  if ((record.type?.confidence ?? 0) < matrix.doubtfulBelow)
    return { rule: 'doubtful', value: 1, message: sentences.doubtful };
  const flag = record.flags.find(({ code }) => matrix.uncountedFlags.includes(code));
  if (flag === undefined) return undefined;
  const label = pipeline.flags.flags[flag.code]?.label ?? { fr: flag.code, en: flag.code };
  return { rule: flag.code, value: 1, message: fillSentence(sentences.flagged, { flag: label }) };
}
