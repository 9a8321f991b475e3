import type { OutputLanguage } from './messages.ts';

const EN = {
  caseColumn: 'Case',
  all: 'All',
  ledger: {
    received: 'Received',
    accepted: 'Accepted',
    duplicate: 'Duplicate',
    rejected: 'Rejected',
    waiting: 'Waiting',
  },
  reasons: 'Rejected because:',
  balanced: (received: number): string => `${received} received: every one of them is accounted for.`,
  unbalanced: (count: number): string =>
    `${count} ${count === 1 ? 'entry does' : 'entries do'} not agree with what is kept. “liasse worker --drain” finishes what was left; “liasse verify” reads every original.`,
  problems: {
    'waiting-without-work': 'waits, and nothing is planned for it',
    'accepted-without-documents': 'was accepted, and has no document',
  },
  nothingKept: 'Nothing is kept here yet. Begin with: liasse intake FOLDER --case NAME',
  cases: { state: 'State', documents: 'Documents', review: 'To look at', opened: 'Opened', flags: 'Flags' },
  states: { open: 'open', closed: 'closed', archived: 'archived' },
  received: (count: number, duplicates: number, rejected: number): string =>
    `${count} files are kept safely (${duplicates} of them were there before), ${rejected} rejected. “liasse worker --drain” reads them.`,
  verifying: 'Verifying originals',
  verified: (whole: number): string => `${whole} originals are whole.`,
  damaged: (missing: number, damaged: number): string =>
    `${missing} originals are missing, ${damaged} damaged (listed above). Take them from a backup (liasse restore), or receive the files again.`,
  originalStates: { missing: 'missing', damaged: 'damaged' },
  factsWrong: (name: string): string =>
    `“${name}” is not written as it should be: dates as 2021-03-04 (entry also 2021-03 or 2021), a département as 75, 2A or 974.`,
  written: (path: string): string => `Written: ${path}`,
  notFound: 'No paper holds these words.',
  found: (count: number): string => `${count} ${count === 1 ? 'paper' : 'papers'}.`,
  waiting: (count: number): string =>
    `${count} ${count === 1 ? 'file waits' : 'files wait'} to be read: “liasse worker --drain” does it.`,
};

const FR: typeof EN = {
  caseColumn: 'Dossier',
  all: 'Tous',
  ledger: {
    received: 'Reçus',
    accepted: 'Acceptés',
    duplicate: 'Doublons',
    rejected: 'Refusés',
    waiting: 'En attente',
  },
  reasons: 'Refusés parce que :',
  balanced: (received) => `${received} reçus : le compte y est.`,
  unbalanced: (count) =>
    `${count} ${count === 1 ? 'ligne ne concorde' : 'lignes ne concordent'} pas avec ce qui est gardé. « liasse worker --drain » finit ce qui restait ; « liasse verify » relit chaque original.`,
  problems: {
    'waiting-without-work': 'attend, et rien n’est prévu pour lui',
    'accepted-without-documents': 'a été accepté, et n’a aucun document',
  },
  nothingKept: 'Rien n’est gardé ici. Commencez par : liasse intake DOSSIER --case NOM',
  cases: { state: 'État', documents: 'Documents', review: 'À voir', opened: 'Ouvert le', flags: 'Signalements' },
  states: { open: 'ouvert', closed: 'clos', archived: 'archivé' },
  received: (count, duplicates, rejected) =>
    `${count} fichiers sont en sûreté (dont ${duplicates} étaient déjà là), ${rejected} refusés. « liasse worker --drain » les lit.`,
  verifying: 'Vérification des originaux',
  verified: (whole) => `${whole} originaux sont entiers.`,
  damaged: (missing, damaged) =>
    `${missing} originaux manquent, ${damaged} sont abîmés (liste ci-dessus). Reprenez-les d’une sauvegarde (liasse restore), ou recevez de nouveau les fichiers.`,
  originalStates: { missing: 'manque', damaged: 'abîmé' },
  factsWrong: (name) =>
    `« ${name} » n’est pas écrit comme il faut : dates comme 2021-03-04 (entrée aussi 2021-03 ou 2021), département comme 75, 2A ou 974.`,
  written: (path) => `Écrit : ${path}`,
  notFound: 'Aucun document ne contient ces mots.',
  found: (count) => `${count} ${count === 1 ? 'document' : 'documents'}.`,
  waiting: (count) =>
    `${count} ${count === 1 ? 'fichier attend' : 'fichiers attendent'} d’être lus : « liasse worker --drain » s’en charge.`,
};

/** What the commands about kept papers say. */
export const KEEPING_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
