import type { Bilingual } from '#domain/findings.ts';
import { DECISIONS_EN, DECISIONS_FR } from './decision-messages.ts';
import { MODELS_EN, MODELS_FR } from './models-messages.ts';
import { QUEUE_EN, QUEUE_FR } from './queue-messages.ts';

export type OutputLanguage = keyof Bilingual;

/** The language of the output: what was asked for, else the environment's, else English. */
export function outputLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): OutputLanguage {
  const wanted = asked ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return wanted.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Steps of `--profile`; the stages keep their own names. */
const STEPS_EN: Readonly<Record<string, string>> = {
  'text-layer': 'text of the file',
  decode: 'decode pixels',
  clean: 'clean and straighten',
  detect: 'detect script and turn',
  recognise: 'recognise',
  wait: '(wait for an engine)',
};

const EN = {
  table: {
    id: 'Id',
    file: 'File',
    pages: 'Pages',
    type: 'Type',
    languages: 'Lang.',
    issued: 'Issued',
    letterhead: 'Letterhead',
    score: 'Score',
    flags: 'Flags',
  },
  noDate: 'no date',
  unknownType: 'unclear',
  summary: (done: number, review: number, failed: number): string =>
    `${done + review + failed} ${done + review + failed === 1 ? 'document' : 'documents'}: ${done} read and judged, ${review} to be looked at by a person, ${failed} not readable.`,
  nothingFound: 'No file was found there.',
  reading: 'Reading',
  files: 'files',
  pages: 'pages',
  pagesPerSecond: 'pages/s',
  timeLeft: 'left',
  cancelled: 'Interrupted. What was read is printed; with --case the same command goes on from here.',
  jsonWritten: (path: string): string => `Results: ${path}`,
  caseKept: (name: string): string => `Case “${name}”: what was read is kept; the next run reads only what is new.`,
  pipelineGood: (id: string, types: number, languages: number): string =>
    `${id}: ${types} document types, cues in ${languages} languages, no problem found.`,
  pipelineBad: (count: number): string => `${count} problem${count === 1 ? '' : 's'} found.`,
  models: MODELS_EN,
  decisions: DECISIONS_EN,
  queue: QUEUE_EN,
  profile: {
    step: 'Step',
    times: 'Times',
    total: 'ms in all',
    perPage: 'ms a page',
    steps: STEPS_EN,
    clock: (pages: number, milliseconds: number, perPage: string): string =>
      `${pages} pages in ${(milliseconds / 1000).toFixed(1)} s from start to end, ${perPage} ms a page. Steps run side by side: their sum is more.`,
  },
};

const STEPS_FR: Readonly<Record<string, string>> = {
  'text-layer': 'texte du fichier',
  decode: 'décoder les pixels',
  clean: 'nettoyer et redresser',
  detect: 'trouver écriture et sens',
  recognise: 'reconnaître',
  wait: '(attente d’un moteur)',
};

const FR: typeof EN = {
  table: {
    id: 'N°',
    file: 'Fichier',
    pages: 'Pages',
    type: 'Nature',
    languages: 'Lang.',
    issued: 'Date',
    letterhead: 'En-tête',
    score: 'Note',
    flags: 'Alertes',
  },
  noDate: 'sans date',
  unknownType: 'incertain',
  summary: (done, review, failed) =>
    `${done + review + failed} ${done + review + failed < 2 ? 'document' : 'documents'} : ${done} lus et jugés, ${review} à regarder par une personne, ${failed} illisibles.`,
  nothingFound: 'Aucun fichier trouvé à cet endroit.',
  reading: 'Lecture',
  files: 'fichiers',
  pages: 'pages',
  pagesPerSecond: 'pages/s',
  timeLeft: 'restant',
  cancelled: 'Interrompu. Ce qui a été lu est imprimé ; avec --case, la même commande reprend ici.',
  jsonWritten: (path) => `Résultats : ${path}`,
  caseKept: (name) =>
    `Dossier « ${name} » : ce qui a été lu est conservé ; la prochaine fois, seul le nouveau sera lu.`,
  pipelineGood: (id, types, languages) =>
    `${id} : ${types} natures de document, indices en ${languages} langues, aucun problème.`,
  pipelineBad: (count) => `${count} problème${count === 1 ? '' : 's'}.`,
  models: MODELS_FR,
  decisions: DECISIONS_FR,
  queue: QUEUE_FR,
  profile: {
    step: 'Étape',
    times: 'Fois',
    total: 'ms en tout',
    perPage: 'ms par page',
    steps: STEPS_FR,
    clock: (pages, milliseconds, perPage) =>
      `${pages} pages en ${(milliseconds / 1000).toFixed(1)} s du début à la fin, ${perPage} ms par page. Les étapes se chevauchent : leur somme est plus grande.`,
  },
};

/** What the command says, by language of the output. */
export const MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
