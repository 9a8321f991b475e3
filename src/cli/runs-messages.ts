import type { RunState } from '#domain/run-state.ts';
import type { OutputLanguage } from './messages.ts';

/** What `liasse reprocess` and `liasse runs` say. Numbers come as text, written as the language writes them. */
export interface RunsMessages {
  readonly nothingKept: string;
  readonly nothingToDo: string;
  readonly begun: (id: string, documents: string) => string;
  readonly toRead: (documents: string) => string;
  readonly resumed: (id: string, done: string, planned: string) => string;
  readonly known: (id: string) => string;
  readonly colon: string;
  readonly semicolon: string;
  readonly judging: string;
  readonly documents: string;
  readonly perSecond: string;
  readonly timeLeft: string;
  readonly waiting: Readonly<Record<'live-work' | 'queue', string>>;
  readonly interrupted: string;
  readonly putAside: (id: string) => string;
  readonly summary: (changed: string, done: string) => string;
  readonly others: (same: string, details: string, failed: string) => string;
  readonly rows: Readonly<
    Record<'pages' | 'type' | 'issueDate' | 'language' | 'flags' | 'score' | 'status' | 'added' | 'gone', string>
  >;
  readonly columns: { readonly id: string; readonly case: string; readonly change: string };
  readonly none: string;
  readonly isNew: string;
  readonly isGone: string;
  readonly more: (count: string, id: string) => string;
  readonly ask: string;
  readonly yes: RegExp;
  readonly proposed: (id: string) => string;
  readonly accepted: (moved: string, id: string) => string;
  readonly rejected: string;
  readonly rolledBack: (moved: string) => string;
  readonly left: (count: string) => string;
  readonly table: Readonly<Record<'id' | 'state' | 'begun' | 'documents' | 'scope' | 'knowledge', string>>;
  readonly states: Readonly<Record<RunState, string>>;
  readonly everything: string;
  readonly noRuns: string;
  readonly statuses: Readonly<Record<string, string>>;
}

export const RUNS_MESSAGES: Readonly<Record<OutputLanguage, RunsMessages>> = {
  en: {
    nothingKept: 'Nothing is kept here yet.',
    nothingToDo: 'Nothing to do: every document was judged by what Liasse knows now.',
    begun: (id, documents) =>
      `Run ${id}. Documents that were judged by earlier knowledge: ${documents}. Nothing changes before you accept it.`,
    toRead: (documents) =>
      `To be read again, which takes as long as reading them did: ${documents}. To leave that out: Ctrl-C, then --judge-only.`,
    resumed: (id, done, planned) => `Run ${id} goes on; documents done: ${done} of ${planned}.`,
    known: (id) => `Run ${id} was computed before and is not decided on yet.`,
    colon: ': ',
    semicolon: '; ',
    judging: 'Judging again',
    documents: 'documents',
    perSecond: 'documents/s',
    timeLeft: 'left',
    waiting: {
      'live-work': 'waits: work for an adviser goes first',
      queue: 'waits: work is paused (“liasse queue resume”)',
    },
    interrupted: 'Interrupted. What was computed is kept; the same command goes on from here.',
    putAside: (id) =>
      `Some documents were put aside: “liasse queue” says why. Once that is mended: liasse runs resume ${id}`,
    summary: (changed, done) => `Documents that say something else: ${changed} of ${done}.`,
    others: (same, details, failed) =>
      `The same: ${same}. Other details only (confidences, places, fields): ${details}. Could not be judged, left as they are: ${failed}.`,
    rows: {
      pages: 'pages',
      type: 'type',
      issueDate: 'issue date',
      language: 'language',
      flags: 'flags',
      score: 'score',
      status: 'status',
      added: 'new papers (cut)',
      gone: 'papers no more (joined)',
    },
    columns: { id: 'Id', case: 'Case', change: 'Change' },
    none: 'none',
    isNew: 'a paper of its own',
    isGone: 'no paper of its own any more',
    more: (count, id) => `… and ${count} more: liasse runs show ${id} --all`,
    ask: 'Put this in force? [y/N] ',
    yes: /^y(es)?$/i,
    proposed: (id) =>
      `Nothing is in force. To put it in force: liasse runs accept ${id}. To drop it: liasse runs reject ${id}`,
    accepted: (moved, id) => `In force; documents: ${moved}. To take it back: liasse runs rollback ${id}`,
    rejected: 'Dropped; nothing was changed.',
    rolledBack: (moved) => `Taken back; documents that say again what they said before: ${moved}.`,
    left: (count) => `Left alone, since a person corrected them or they were read anew meanwhile: ${count}.`,
    table: {
      id: 'Id',
      state: 'State',
      begun: 'Begun',
      documents: 'Documents',
      scope: 'Which',
      knowledge: 'Judged by',
    },
    states: {
      computing: 'computing',
      proposed: 'to be decided on',
      accepting: 'being put in force',
      accepted: 'in force',
      rejecting: 'being dropped',
      rejected: 'dropped',
      'rolling-back': 'being taken back',
      'rolled-back': 'taken back',
    },
    everything: 'all',
    noRuns: 'No archive was judged again yet: “liasse reprocess” does.',
    statuses: { done: 'done', 'needs-review': 'to a person', failed: 'not readable' },
  },
  fr: {
    nothingKept: 'Rien n’est encore gardé ici.',
    nothingToDo: 'Rien à faire : chaque document a été jugé avec ce que Liasse sait aujourd’hui.',
    begun: (id, documents) =>
      `Réexamen ${id}. Documents jugés avec ce que Liasse savait avant : ${documents}. Rien ne change avant votre accord.`,
    toRead: (documents) =>
      `À relire, ce qui prend autant de temps que la première lecture : ${documents}. Pour s’en passer : Ctrl-C, puis --judge-only.`,
    resumed: (id, done, planned) => `Le réexamen ${id} continue ; documents faits : ${done} sur ${planned}.`,
    known: (id) => `Le réexamen ${id} est déjà calculé et attend une décision.`,
    colon: ' : ',
    semicolon: ' ; ',
    judging: 'Réexamen',
    documents: 'documents',
    perSecond: 'documents/s',
    timeLeft: 'restant',
    waiting: {
      'live-work': 'attend : le travail d’un conseiller passe devant',
      queue: 'attend : le travail est en pause (« liasse queue resume »)',
    },
    interrupted: 'Interrompu. Ce qui est calculé est conservé ; la même commande reprend ici.',
    putAside: (id) =>
      `Des documents ont été mis de côté : « liasse queue » dit pourquoi. Une fois la cause réparée : liasse runs resume ${id}`,
    summary: (changed, done) => `Documents qui disent autre chose : ${changed} sur ${done}.`,
    others: (same, details, failed) =>
      `Identiques : ${same}. Autres dans le détail seulement (certitudes, emplacements, champs) : ${details}. Impossibles à juger, laissés tels quels : ${failed}.`,
    rows: {
      pages: 'pages',
      type: 'nature',
      issueDate: 'date de délivrance',
      language: 'langue',
      flags: 'alertes',
      score: 'note',
      status: 'état',
      added: 'nouveaux documents (coupés)',
      gone: 'documents disparus (joints)',
    },
    columns: { id: 'N°', case: 'Dossier', change: 'Changement' },
    none: 'aucun',
    isNew: 'devient un document à part',
    isGone: 'n’est plus un document à part',
    more: (count, id) => `… et ${count} de plus : liasse runs show ${id} --all`,
    ask: 'Mettre en vigueur ? [o/N] ',
    yes: /^(o(ui)?|y(es)?)$/i,
    proposed: (id) =>
      `Rien n’est en vigueur. Pour l’y mettre : liasse runs accept ${id}. Pour l’abandonner : liasse runs reject ${id}`,
    accepted: (moved, id) => `En vigueur ; documents : ${moved}. Pour revenir en arrière : liasse runs rollback ${id}`,
    rejected: 'Abandonné ; rien n’a changé.',
    rolledBack: (moved) => `Annulé ; documents qui disent de nouveau ce qu’ils disaient : ${moved}.`,
    left: (count) =>
      `Laissés tels quels, une personne les ayant corrigés ou une lecture les ayant refaits entre-temps : ${count}.`,
    table: {
      id: 'N°',
      state: 'État',
      begun: 'Commencé',
      documents: 'Documents',
      scope: 'Lesquels',
      knowledge: 'Jugés avec',
    },
    states: {
      computing: 'en calcul',
      proposed: 'à décider',
      accepting: 'mise en vigueur en cours',
      accepted: 'en vigueur',
      rejecting: 'abandon en cours',
      rejected: 'abandonné',
      'rolling-back': 'retour en cours',
      'rolled-back': 'annulé',
    },
    everything: 'tous',
    noRuns: 'Aucune archive n’a encore été réexaminée : « liasse reprocess » le fait.',
    statuses: { done: 'jugé', 'needs-review': 'à vérifier', failed: 'illisible' },
  },
};
