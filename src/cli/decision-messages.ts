import type { Decidable } from '#domain/decisions.ts';

/** Sentences about what a person decides, and about learning from it. */
export interface DecisionMessages {
  readonly fields: Readonly<Record<Decidable, string>>;
  readonly none: string;
  readonly changed: (field: string, before: string, after: string) => string;
  readonly same: (field: string, value: string) => string;
  readonly score: (before: string, after: string) => string;
  readonly flags: (flags: string) => string;
  readonly kept: (id: string) => string;
  readonly nothingSaid: string;
  readonly cutInto: (papers: number) => string;
  readonly proposedCut: (file: string, page: number, because: string) => string;
  readonly cutThere: (id: string, page: number) => string;
  readonly unknownType: (asked: string, like: string) => string;
  readonly badDay: string;
  readonly badLanguage: string;
  readonly learned: (papers: number, seconds: string) => string;
  readonly wouldLearn: string;
  readonly refused: string;
  readonly tooFew: (papers: number, fewest: number) => string;
  readonly refusals: Readonly<Record<string, string>>;
  readonly measured: {
    readonly set: string;
    readonly papers: string;
    readonly right: string;
    readonly sure: string;
    readonly review: string;
  };
  readonly sets: { readonly corrected: string; readonly known: string };
  readonly unlearned: string;
}

export const DECISIONS_EN: DecisionMessages = {
  fields: { type: 'type', issueDate: 'issue date', issuer: 'issuer', language: 'language' },
  none: 'none',
  changed: (field, before, after) => `${field}: ${before} → ${after}`,
  same: (field, value) => `${field}: ${value} (Liasse had said the same)`,
  score: (before, after) => `score: ${before} → ${after}`,
  flags: (flags) => `flags: ${flags}`,
  kept: (id) => `Kept for paper ${id}: no later run says otherwise. “liasse learn” learns from it.`,
  nothingSaid:
    'Say what is right: --type, --issue-date, --issuer, --language, or --withdraw to take a correction back.',
  cutInto: (papers) =>
    `The file is now ${papers} ${papers === 1 ? 'paper' : 'papers'}; “liasse cut” and “liasse join” undo each other.`,
  proposedCut: (file, page, because) =>
    `${file}: another paper may begin on page ${page}${because === '' ? '' : ` (${because})`}.`,
  cutThere: (id, page) => `If it does: liasse cut ${id} ${page}`,
  unknownType: (asked, like) =>
    `there is no type “${asked}”${like === '' ? '.' : `; do you mean ${like}?`} “liasse types” lists them.`,
  badDay: 'a date such as 2025-03-14, 2025-03 or 2025 is expected, or none for an undated paper.',
  badLanguage: 'a language code such as fr or ar is expected.',
  learned: (papers, seconds) =>
    `Learned from ${papers} corrected papers in ${seconds} s. The next run judges by it; “liasse learn --undo” takes it back.`,
  wouldLearn: 'This would be learned (nothing was changed: --dry-run).',
  refused: 'Not taken: Liasse goes on as before, and the corrections stay.',
  tooFew: (papers, fewest) =>
    `${papers} corrected ${papers === 1 ? 'paper is' : 'papers are'} kept; it takes ${fewest} before learning means anything.`,
  refusals: {
    'no-gain': 'held-back corrected papers come out no better.',
    'corrected-worse': 'fewer of the held-back corrected papers come out right.',
    'known-worse': 'papers that were known come out worse.',
    'more-wrong-and-sure': 'there are more mistakes that no person would have seen.',
    'unknown-swallowed': 'papers that are no evidence would be taken for some.',
  },
  measured: {
    set: 'Held-back papers',
    papers: 'Papers',
    right: 'Type right',
    sure: 'Wrong and sure',
    review: 'To a person',
  },
  sets: { corrected: 'corrected by you', known: 'brought by Liasse' },
  unlearned: 'The last learning is taken back; corrections stay.',
};

export const DECISIONS_FR: DecisionMessages = {
  fields: { type: 'type', issueDate: 'date de délivrance', issuer: 'émetteur', language: 'langue' },
  none: 'aucun',
  changed: (field, before, after) => `${field} : ${before} → ${after}`,
  same: (field, value) => `${field} : ${value} (Liasse disait de même)`,
  score: (before, after) => `note : ${before} → ${after}`,
  flags: (flags) => `alertes : ${flags}`,
  kept: (id) => `Gardé pour le document ${id} : aucune lecture ne dira autre chose. « liasse learn » en apprend.`,
  nothingSaid:
    'Dites ce qui est juste : --type, --issue-date, --issuer, --language, ou --withdraw pour reprendre une correction.',
  cutInto: (papers) =>
    `Le fichier compte maintenant ${papers} document${papers > 1 ? 's' : ''} ; « liasse cut » et « liasse join » se défont l’un l’autre.`,
  proposedCut: (file, page, because) =>
    `${file} : un autre document commence peut-être à la page ${page}${because === '' ? '' : ` (${because})`}.`,
  cutThere: (id, page) => `Si oui : liasse cut ${id} ${page}`,
  unknownType: (asked, like) =>
    `il n’y a pas de type « ${asked} »${like === '' ? '.' : ` ; voulez-vous dire ${like} ?`} « liasse types » les donne tous.`,
  badDay: 'une date comme 2025-03-14, 2025-03 ou 2025 est attendue, ou none pour un document sans date.',
  badLanguage: 'un code de langue comme fr ou ar est attendu.',
  learned: (papers, seconds) =>
    `Appris de ${papers} documents corrigés en ${seconds} s. La prochaine lecture en tient compte ; « liasse learn --undo » le reprend.`,
  wouldLearn: 'Voilà ce qui serait appris (rien n’est changé : --dry-run).',
  refused: 'Refusé : Liasse continue comme avant, et les corrections restent.',
  tooFew: (papers, fewest) =>
    `${papers} ${papers > 1 ? 'documents corrigés sont gardés' : 'document corrigé est gardé'} ; il en faut ${fewest} pour que l’apprentissage ait un sens.`,
  refusals: {
    'no-gain': 'les documents corrigés mis de côté ne sont pas mieux reconnus.',
    'corrected-worse': 'moins de documents corrigés mis de côté sont bien reconnus.',
    'known-worse': 'des documents connus sont moins bien reconnus.',
    'more-wrong-and-sure': 'il y a plus d’erreurs que personne n’aurait vues.',
    'unknown-swallowed': 'des papiers qui ne prouvent rien passeraient pour des preuves.',
  },
  measured: {
    set: 'Documents mis de côté',
    papers: 'Documents',
    right: 'Type juste',
    sure: 'Faux sans doute',
    review: 'À une personne',
  },
  sets: { corrected: 'corrigés par vous', known: 'fournis avec Liasse' },
  unlearned: 'Le dernier apprentissage est repris ; les corrections restent.',
};
