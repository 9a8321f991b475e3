import type { CivilPapersRules } from '#definitions/casework/civil-papers.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { Bilingual } from '#domain/findings.ts';
import { fillSentence } from '../../fill-sentence.ts';
import type { SeriesContext } from '../series-context.ts';
import { type CivilAnswer, judgeOption } from './judge-option.ts';

/** For every civil paper whether it is there: met, weak, missing or unclear, with a sentence that says why. */
export function judgeCivilPapers(rules: CivilPapersRules, context: SeriesContext): CrossFinding[] {
  return rules.requirements.map((requirement): CrossFinding => {
    const answers = requirement.options.flatMap((option) => judgeOption({ option, rules, context }));
    const best = STATES.flatMap((state) => answers.filter((answer) => answer.state === state))[0];
    const coverage = best?.state ?? 'missing';
    return {
      kind: 'civil',
      rule: `civil-${requirement.id}`,
      severity: rules.severities[coverage],
      coverage,
      message:
        best === undefined
          ? fillSentence(rules.sentences.missing, { label: requirement.label, note: requirement.missing })
          : sentenceOf(best, rules.sentences[best.state], {
              label: requirement.label,
              paper: context.relations.names.of(best.paper),
            }),
      papers: best === undefined ? [] : [best.paper.key],
    };
  });
}

const STATES: readonly CivilAnswer['state'][] = ['met', 'unclear', 'weak'];

function sentenceOf(
  { why, note }: CivilAnswer,
  sentence: Bilingual,
  values: { readonly label: Bilingual; readonly paper: Bilingual },
): Bilingual {
  const reasons = { fr: why.map(({ fr }) => ` ; ${fr}`).join(''), en: why.map(({ en }) => `; ${en}`).join('') };
  const spaced = note === undefined ? '' : { fr: ` ${note.fr}`, en: ` ${note.en}` };
  return fillSentence(sentence, { ...values, why: reasons, note: spaced });
}
