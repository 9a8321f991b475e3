import type { CriterionJudgement, Request } from '#domain/case-judgement.ts';
import { completions } from './complete-papers.ts';
import { concernsClient } from './concerns-client.ts';
import { countedCells, gainOf, type RequestContext } from './request-context.ts';
import { writeLetter } from './write-letter.ts';

/** The papers that would strengthen the file most, new ones and weak ones completed, the greatest gain first. */
export function askForPapers(context: RequestContext): Request[] {
  const { requests, matrix } = context;
  const rankOf = new Map(matrix.criteria.map(({ id, rank }) => [id, rank]));
  const rank = ({ criterion }: Request): number => rankOf.get(criterion ?? '') ?? rankOf.size;
  const byGain = (a: Request, b: Request): number => b.gain - a.gain || rank(a) - rank(b) || (a.rule < b.rule ? -1 : 1);
  const best = (list: readonly Request[], least: number): Request[] =>
    list
      .filter(({ gain }) => gain >= least)
      .sort(byGain)
      .slice(0, requests.most);
  // A paper that is there is completed more easily than a new one is got: new ones must not crowd it out.
  return [...best(newPapers(context), 0), ...best(completions(context), requests.leastGainOfCompletion)].sort(byGain);
}

function newPapers(context: RequestContext): Request[] {
  const { requests, matrix, papers, rules, letters } = context;
  const typeOf = new Map(papers.map(({ key, record }) => [key, record.type?.id ?? '']));
  const possible = requests.papers.filter((wanted) => concernsClient(wanted, context));
  return possible.flatMap((wanted) => {
    const criterion = matrix.criteria.find(({ id }) => id === wanted.criterion);
    if (criterion === undefined || !(wanted.evenIfMissing || isClients(criterion, requests))) return [];
    const counted = countedCells(context, wanted.criterion);
    const hasIt = counted.some(
      ({ paper, strength }) => wanted.unless.includes(typeOf.get(paper) ?? '') && strength >= wanted.unlessFrom,
    );
    const table = rules.pipeline.evidenceTable.criteria.find(({ id }) => id === wanted.criterion);
    const weight = table?.evidence[wanted.type];
    if (hasIt || weight === undefined) return [];
    const sound = { paper: NEW_PAPER, strength: Math.round(100 * weight) };
    const letter = letters.letters.find(({ id }) => id === wanted.letter);
    const gain = gainOf(context, wanted.criterion, [...counted, sound], wanted.type);
    if (gain < (wanted.leastGain ?? requests.leastGain)) return [];
    return [
      {
        rule: wanted.id,
        criterion: wanted.criterion,
        what: wanted.what,
        why: wanted.why,
        gain,
        paper: null,
        letter: letter === undefined ? null : writeLetter(letter, { request: [wanted.what.fr], paper: null }, letters),
      },
    ];
  });
}

/** Whether the file rests on a criterion at all; what a person has yet to look at may. */
function isClients({ coverage, strength }: CriterionJudgement, { askFrom }: RequestContext['requests']): boolean {
  return coverage === 'unclear' || (coverage !== 'missing' && strength >= askFrom);
}

/** No paper's key. */
const NEW_PAPER = 'new';
