import type { Cell, Request } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';
import { fillSentence } from '../fill-sentence.ts';
import { countedCells, gainOf, type RequestContext } from './request-context.ts';
import { namePaper, writeLetter } from './write-letter.ts';

/** Weak papers that their authors can complete: one request a paper, for the criterion that gains most, with all that it lacks. */
export function completions(context: RequestContext): Request[] {
  return context.papers.flatMap((paper) => completion(paper, context) ?? []);
}

function completion(paper: CasePaper, context: RequestContext): Request | undefined {
  const { requests, letters, rules } = context;
  const cells = context.matrix.cells.filter((cell) => cell.paper === paper.key && cell.isCounted);
  const lacking = requests.completions.filter(({ flag }) =>
    cells.some(({ factors }) => factors.some(({ rule, value }) => rule === flag && value < 1)),
  );
  if (lacking.length === 0) return undefined;
  const gains = cells.map((cell) => ({ criterion: cell.criterion, gain: gainIfCompleted(cell, context) }));
  const [best] = gains.sort((a, b) => b.gain - a.gain);
  if (best === undefined) return undefined;
  const type = rules.pipeline.documentTypes[paper.record.type?.id ?? '']?.label ?? { fr: '', en: '' };
  const name = namePaper(paper.record, type.fr, letters);
  const letter = letterFor(paper, context);
  return {
    rule: lacking.map(({ flag }) => flag).join('+'),
    criterion: best.criterion,
    what: fillSentence(requests.completionLine, {
      what: joined(lacking.map(({ what }) => what)),
      paper: { ...type, fr: name },
    }),
    why: joined(
      lacking.map(({ why }) => why),
      ' ',
    ),
    gain: best.gain,
    paper: paper.key,
    letter:
      letter === undefined
        ? null
        : writeLetter(letter, { request: lacking.map(({ ask }) => ask), paper: name }, letters),
  };
}

/** What the criterion would gain if everything that its author can make good were made good. */
function gainIfCompleted(cell: Cell, context: RequestContext): number {
  const completable = new Set(context.requests.completions.map(({ flag }) => flag));
  const rest = cell.factors
    .filter(({ rule }) => !completable.has(rule))
    .reduce((all, { value }) => all * value, cell.weight);
  const others = countedCells(context, cell.criterion).filter(({ paper }) => paper !== cell.paper);
  return gainOf(context, cell.criterion, [...others, { paper: cell.paper, strength: Math.round(100 * rest) }]);
}

function letterFor({ record }: CasePaper, { letters }: RequestContext) {
  const kind = record.letterhead?.kind ?? '';
  return (
    letters.letters.find(({ kinds }) => kinds.includes(kind)) ?? letters.letters.find(({ kinds }) => kinds.length === 0)
  );
}

function joined(parts: readonly Bilingual[], between = ', '): Bilingual {
  return { fr: parts.map(({ fr }) => fr).join(between), en: parts.map(({ en }) => en).join(between) };
}
