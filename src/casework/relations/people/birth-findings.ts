import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { fillSentence } from '../../fill-sentence.ts';
import { printedDate } from '../call-paper.ts';
import type { BirthVerdict } from './compare-births.ts';
import type { ClientBirth } from './find-client-birth.ts';
import type { About } from './judge-about.ts';
import type { PeopleContext } from './people-context.ts';

/**
 * Papers in the client's name whose birth date is not the client's. A paper that gives several is a family's, and says nothing; one that was found to be
 * the client's by its text only is left out as well.
 */
export function birthFindings(
  birth: ClientBirth,
  abouts: ReadonlyMap<string, About>,
  context: PeopleContext,
): CrossFinding[] {
  return context.input.papers.flatMap((paper): CrossFinding[] => {
    const about = abouts.get(paper.key);
    const [printed, ...more] = about?.births ?? [];
    if (about?.kind !== 'client' || about.name === undefined || paper.copyOf !== null) return [];
    if (printed === undefined || more.length > 0 || paper.key === birth.paper?.key) return [];
    const verdict = context.compareBirths(printed.iso, birth.iso);
    if (verdict === 'same' || verdict === 'compatible') return [];
    const first = birth.paper === undefined ? GIVEN : context.papers.of(birth.paper);
    const message = fillSentence(context.rules.sentences[SENTENCES[verdict]], {
      paper: context.papers.at(paper, printed.page),
      first,
      birth: printedDate(birth.iso),
      printed: printedDate(printed.iso),
    });
    const severity = severityOf(verdict, [paper, birth.paper], context);
    const papers = [paper.key, ...(birth.paper === undefined ? [] : [birth.paper.key])];
    return [{ kind: 'person', rule: RULES[verdict], severity, message, papers }];
  });
}

type Differs = Exclude<BirthVerdict, 'same' | 'compatible'>;
const SENTENCES = {
  different: 'birthDiffers',
  swapped: 'birthSwapped',
  slip: 'birthSlip',
  conventional: 'birthConventional',
} as const;
const RULES: Readonly<Record<Differs, string>> = {
  different: 'birth-differs',
  swapped: 'birth-swapped',
  slip: 'birth-slip',
  conventional: 'birth-conventional',
};
const GIVEN = { fr: 'fiche du dossier', en: "the case's own record" };

/** Between two identity papers a difference is blocking; a day put for want of knowing it is none. */
function severityOf(
  verdict: Differs,
  papers: readonly (CasePaper | undefined)[],
  { rules, typeOf }: PeopleContext,
): CrossFinding['severity'] {
  if (verdict === 'conventional') return 'info';
  const isIdentity = papers.every((paper) => paper === undefined || rules.birth.identity.includes(typeOf(paper)));
  return verdict === 'different' && isIdentity ? 'blocking' : 'weak';
}
