import type { OutputLanguage } from './messages.ts';

const EN = {
  stateNow: {
    open: (name: string): string => `Case “${name}” is open.`,
    closed: (name: string): string => `Case “${name}” is closed. New papers open it again.`,
    archived: (name: string): string => `Case “${name}” is archived. New papers open it again.`,
  },
  columns: { name: 'Case', state: 'State', since: 'Since', due: 'To be purged from' },
  never: 'never',
  isDue: (day: string): string => `${day} (due)`,
  due: (count: number): string =>
    count === 0
      ? 'No case is due to be purged.'
      : `${count} ${count === 1 ? 'case is' : 'cases are'} due. “liasse purge --due” purges them, one confirmation each; nothing is purged by itself.`,
  noRules: (path: string): string =>
    `No rule says how long cases are kept: none is ever due. “liasse retention --init” writes a file to decide it in: ${path}`,
  begun: (path: string): string => `Written: ${path}\nOpen it, decide, and look at what comes of it: liasse retention`,
  isThere: (path: string): string => `There are rules already, and they were left as they are: ${path}`,
};

const FR: typeof EN = {
  stateNow: {
    open: (name) => `Le dossier « ${name} » est ouvert.`,
    closed: (name) => `Le dossier « ${name} » est clos. De nouveaux documents le rouvrent.`,
    archived: (name) => `Le dossier « ${name} » est archivé. De nouveaux documents le rouvrent.`,
  },
  columns: { name: 'Dossier', state: 'État', since: 'Depuis', due: 'À effacer à partir du' },
  never: 'jamais',
  isDue: (day) => `${day} (échu)`,
  due: (count) =>
    count === 0
      ? 'Aucun dossier n’est à effacer.'
      : `${count} ${count === 1 ? 'dossier est échu' : 'dossiers sont échus'}. « liasse purge --due » les efface, chacun après confirmation ; rien ne s’efface tout seul.`,
  noRules: (path) =>
    `Aucune règle ne dit combien de temps les dossiers sont gardés : aucun n’est jamais à effacer. « liasse retention --init » écrit un fichier où en décider : ${path}`,
  begun: (path) => `Écrit : ${path}\nOuvrez-le, décidez, et regardez ce que cela donne : liasse retention`,
  isThere: (path) => `Il y a déjà des règles, et elles sont restées telles quelles : ${path}`,
};

/** What is said about the states of cases, and about how long they are kept. */
export const RETENTION_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
