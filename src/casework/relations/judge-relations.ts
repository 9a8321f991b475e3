import type { Casework } from '#definitions/casework/casework.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { CrossFinding, Relations } from '#domain/case-judgement.ts';
import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import { readingOf } from '../paper-reading.ts';
import { createPaperNames, type PaperNames } from './call-paper.ts';
import { type CopiesJudgement, findCopies, type MayBeOne } from './copies/find-copies.ts';
import type { NamePresence } from './people/find-name.ts';
import { judgePeople, type PeopleJudgement } from './people/judge-people.ts';
import { createPeopleContext, type PeopleContext } from './people/people-context.ts';
import { subjectsOfPaper } from './people/subjects-of-paper.ts';
import { judgeTranslations, type TranslationsJudgement } from './translations/judge-translations.ts';
import { createTranslationContext } from './translations/translation-context.ts';

/** What relations and series are judged by. */
export interface RelationRules {
  readonly pipeline: Pick<Pipeline, 'documentTypes' | 'flags' | 'evidenceTable'>;
  readonly casework: Casework;
}

/** How the papers of a case belong together, and what follows from it. */
export interface RelationsJudgement {
  readonly relations: Relations;
  readonly findings: readonly CrossFinding[];
  /** Keys of foreign papers whose translation is in the file. */
  readonly translated: ReadonlySet<string>;
  /** Keys of papers of which a better copy is in the file. */
  readonly worseCopies: ReadonlySet<string>;
  /** Whom papers are about; undefined when the pipeline says nothing of people. */
  readonly people: PeopleJudgement | undefined;
  readonly names: PaperNames;
}

/** Same person, same paper, translation and original, over all papers of a case. Pure. */
export function judgeRelations(input: CaseInput, { pipeline, casework }: RelationRules): RelationsJudgement {
  const names = createPaperNames(casework.papers, pipeline.documentTypes);
  const context = casework.people && createPeopleContext(input, casework.people, names);
  const people = context && judgePeople(context);
  const mayBeOne = createMayBeOne(context, people);
  const copies = casework.copies && findCopies(input.papers, { rules: casework.copies, names, mayBeOne });
  const first = input.papers.filter(({ key, copyOf }) => copyOf === null && copies?.worse.has(key) !== true);
  const translations =
    casework.translations &&
    judgeTranslations(
      first,
      createTranslationContext(casework.translations, {
        names,
        typeWords: casework.papers?.typeWords ?? {},
        holdsNameOf: createNameTest(context),
      }),
    );
  return {
    relations: {
      copies: copies?.copies ?? [],
      translations: pairsOf(translations),
      people: people?.people ?? [],
    },
    findings: [...(people?.findings ?? []), ...(copies?.findings ?? []), ...(translations?.findings ?? [])],
    translated: translatedPapers(translations, copies, casework.translations?.sureFrom ?? 1),
    worseCopies: copies?.worse ?? new Set(),
    people,
    names,
  };
}

function pairsOf(translations: TranslationsJudgement | undefined): Relations['translations'] {
  return (translations?.pairs ?? []).map(({ original, translation, confidence }) => ({
    original: original.key,
    translation: translation.key,
    confidence,
  }));
}

/** The originals of sure pairs, and their other copies. */
function translatedPapers(
  translations: TranslationsJudgement | undefined,
  copies: CopiesJudgement | undefined,
  sureFrom: number,
): Set<string> {
  const sure = (translations?.pairs ?? []).filter(({ confidence }) => confidence >= sureFrom);
  const originals = new Set(sure.map(({ original }) => original.key));
  const others = (copies?.copies ?? []).filter(({ papers }) => papers.some((key) => originals.has(key)));
  return new Set([...originals, ...others.flatMap(({ papers }) => papers)]);
}

/** Two papers that name two people are no copies of each other. */
function createMayBeOne(context: PeopleContext | undefined, people: PeopleJudgement | undefined): MayBeOne {
  if (context === undefined || people === undefined) return () => true;
  return (one, other) => {
    const [first, second] = [people.abouts.get(one.key), people.abouts.get(other.key)];
    if (first?.name === undefined || second?.name === undefined) return true;
    return ['same', 'partial'].includes(context.compare(first.name, second.name));
  };
}

/** Whether a translation names whom its original is about; each original is held against all translations. */
function createNameTest(context: PeopleContext | undefined) {
  const kept = new Map<CasePaper, readonly ((words: readonly string[]) => NamePresence)[]>();
  return (original: CasePaper, translation: CasePaper): boolean | undefined => {
    if (context === undefined) return undefined;
    const known = kept.get(original);
    const finders = known ?? subjectsOfPaper(original, context.rules, context.reader).map(context.finderOf);
    if (known === undefined) kept.set(original, finders);
    if (finders.length === 0) return undefined;
    return finders.some((find) => find(readingOf(translation).words) === 'whole');
  };
}
