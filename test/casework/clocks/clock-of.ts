import { type ClockKnowledge, judgeClocks } from '#casework/clocks/judge-clocks.ts';
import type { ClockEnd, ClockRule } from '#definitions/casework/clocks.schema.ts';
import type { Clock } from '#domain/case-judgement.ts';
import type { CaseFacts, CaseInput } from '#domain/case-paper.ts';
import { caseKnowledge } from '../case-knowledge.ts';
import { outlinePaper, type PaperOutline } from '../outline-paper.ts';

const knowledge: ClockKnowledge = await caseKnowledge();

/** Every clock of a case that holds these papers. */
export function clocksOf(
  asOf: string,
  papers: readonly PaperOutline[],
  facts: CaseFacts = { departement: '75' },
): Clock[] {
  return judgeClocks(caseOf(asOf, papers, facts), knowledge);
}

function caseOf(asOf: string, papers: readonly PaperOutline[], facts: CaseFacts): CaseInput {
  return { papers: papers.map((paper, index) => outlinePaper({ key: `${index + 1}:1`, ...paper })), facts, asOf };
}

/** The clocks of one rule when it says something else than the humanitarian permit's does. */
export function clocksUnder(
  { id, ...changes }: Partial<ClockRule> & Pick<ClockRule, 'id'>,
  asOf: string,
  papers: readonly PaperOutline[],
  facts: CaseFacts = { departement: '75' },
): Clock[] {
  const rules = knowledge.clocks.rules.filter((rule) => rule.id === id).map((rule) => ({ ...rule, ...changes }));
  return judgeClocks(caseOf(asOf, papers, facts), { ...knowledge, clocks: { ...knowledge.clocks, rules } });
}

/** A delay of so many days, and of whatever else is said of it. */
export function aDelay(id: string, days: number, changes: Partial<ClockEnd> = {}): ClockEnd {
  return {
    id, label: { fr: id, en: id }, span: { months: 0, days, hours: 0 }, workingDays: 0, isFranc: false, isProlonged: false,
    says: [], isOnlyIfSaid: false, byOther: [], byOtherDays: 31, ...changes,
  }; // biome-ignore format: short keys in rows
}

/** The one clock of a rule; fails when there is none or more. */
export function clockOf(rule: string, asOf: string, papers: readonly PaperOutline[], facts?: CaseFacts): Clock {
  const [clock, ...more] = clocksOf(asOf, papers, facts).filter((one) => one.rule === rule);
  if (clock === undefined || more.length > 0)
    throw new Error(`${clock === undefined ? 'no' : 'several'} clock(s) of ${rule}`);
  return clock;
}

const REMOVAL =
  'ARRÊTÉ portant refus de séjour et obligation de quitter le territoire français. Article 2 : il est obligé de quitter le territoire français dans un délai de trente jours.';

/** Papers as they stand in files, invented. */
export const PAPERS = {
  receipt: { type: 'application-receipt', text: 'RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR', issued: '2026-04-10', fields: { expiry: '2026-10-09' } },
  deposit: { type: 'application-receipt', text: 'Confirmation du dépôt d’une pré-demande en ligne', issued: '2026-11-12' },
  request: { type: 'prefecture-decision', text: 'Objet : demande de pièces complémentaires. Votre dossier est incomplet.', issued: '2026-11-09' },
  refusal: { type: 'prefecture-decision', text: 'Je rejette votre demande. Vous pouvez former un recours gracieux ou saisir le tribunal administratif dans les deux mois.', issued: '2026-10-05' },
  removal: { type: 'prefecture-decision', text: REMOVAL, issued: '2026-10-05' },
  removalOfAMonth: { type: 'prefecture-decision', text: `${REMOVAL} Recours devant le tribunal administratif dans le délai d’un mois.`, issued: '2026-10-05' },
  houseArrest: { type: 'prefecture-decision', text: 'ARRÊTÉ PORTANT ASSIGNATION À RÉSIDENCE. Vu l’arrêté du 5 octobre 2026 portant obligation de quitter le territoire ; vu l’article L. 731-1. Article 1 : il est assigné à résidence.', issued: '2026-10-12' },
  filed: { type: 'other', text: 'Tribunal administratif de Paris. Votre requête a été enregistrée sous le n° 2612345.', issued: '2026-10-20' },
} satisfies Record<string, PaperOutline>; // biome-ignore format: a table reads better in rows

/** The paper with the day it was handed over, as a prefecture prints it. */
export function notified(paper: PaperOutline, day: string, words = 'Notifié le'): PaperOutline {
  const printed = day.split('-').reverse().join('/');
  return {
    ...paper,
    text: `${paper.text ?? ''} ${words} ${printed}`,
    dates: [{ iso: day, role: 'event', text: printed }],
  };
}
