import type { CrossFinding, Relations } from '#domain/case-judgement.ts';
import { birthFindings } from './birth-findings.ts';
import { birthsOfPaper } from './births-of-paper.ts';
import { type Client, findClient } from './find-client.ts';
import { findClientBirth } from './find-client-birth.ts';
import { groupNames, type PersonGroup } from './group-names.ts';
import { type About, createAboutJudge } from './judge-about.ts';
import { papersOfOtherClients, STRAY_PAPER } from './other-clients.ts';
import type { PeopleContext } from './people-context.ts';
import { foreignPapers, spellings } from './person-findings.ts';
import { subjectsOfPaper } from './subjects-of-paper.ts';

/** Whom the papers of a case are about. */
export interface PeopleJudgement {
  readonly client: Client | undefined;
  /** By key of paper. */
  readonly abouts: ReadonlyMap<string, About>;
  readonly people: Relations['people'];
  readonly findings: readonly CrossFinding[];
}

/** Puts names together by person, finds the client, and says which papers are not the client's. */
export function judgePeople(context: PeopleContext): PeopleJudgement {
  const { input, rules, reader } = context;
  const subjects = new Map(input.papers.map((paper) => [paper.key, subjectsOfPaper(paper, rules, reader)]));
  const named = input.papers.flatMap(({ key: paper }) => {
    const name = subjects.get(paper)?.[0];
    return name === undefined ? [] : [{ name, paper }];
  });
  const groups = groupNames(named, context.compare);
  const client = findClient(groups, context);
  const birth = client === undefined ? undefined : findClientBirth(client, context);
  const judge = client === undefined ? undefined : createAboutJudge(client, birth?.iso, context);
  const abouts = new Map<string, About>(
    input.papers.map((paper) => {
      const names = subjects.get(paper.key) ?? [];
      const untold: About = { kind: 'unknown', name: names[0], births: birthsOfPaper(paper, rules) };
      return [paper.key, judge?.(paper, names) ?? untold];
    }),
  );
  const ofOthers = papersOfOtherClients(client, abouts, context);
  const told = new Set(ofOthers.filter(({ rule }) => rule === STRAY_PAPER).flatMap(({ papers }) => papers));
  const findings = [
    ...(client === undefined ? [] : foreignPapers(client, { abouts, told }, context)),
    ...ofOthers,
    ...(birth === undefined ? [] : birthFindings(birth, abouts, context)),
    ...(client === undefined ? [] : spellings(client, abouts, context)),
  ];
  // Who another case is about is not said.
  const shown = groups.filter((group) => group === client?.group || !group.papers.every((key) => told.has(key)));
  return { client, abouts, people: peopleOf(shown, client, abouts), findings };
}

/** The client's group first, with the papers that name the client in their text only; then the others in the order in which they came. */
function peopleOf(
  groups: readonly PersonGroup[],
  client: Client | undefined,
  abouts: ReadonlyMap<string, About>,
): Relations['people'] {
  const group = new Set(client?.group?.papers);
  const own = [...abouts].filter(([key, { kind }]) => kind === 'client' || group.has(key)).map(([key]) => key);
  const ofClient = client === undefined ? [] : [{ name: client.name.printed, isClient: true, papers: own }];
  const others = groups
    .filter((one) => one !== client?.group)
    .map(({ names, papers }) => ({ name: names[0]?.printed ?? '', isClient: false, papers: [...papers] }));
  return [...ofClient, ...others];
}
