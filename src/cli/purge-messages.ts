import type { PurgePlan } from '#domain/purge-certificate.ts';
import type { OutputLanguage } from './messages.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const EN = {
  willGo: (name: string, { scope, counts, originals, sharedOriginals }: PurgePlan): string =>
    [
      scope === 'case' ? `Case “${name}” would be purged as a whole:` : `Of case “${name}” would be purged:`,
      `  ${plural(counts.files, 'file', 'files')} (${plural(originals.length, 'original', 'originals')} for good), ${plural(counts.documents, 'paper', 'papers')}, ${plural(counts.decisions, 'decision', 'decisions')} about them`,
      ...(sharedOriginals.length > 0
        ? [
            `  ${plural(sharedOriginals.length, 'original stays', 'originals stay')}: the same bytes also lie in another case`,
          ]
        : []),
      ...(counts.learnedModels > 0 ? [`  ${plural(counts.learnedModels, 'learned model', 'learned models')}`] : []),
      ...(counts.learnedModelsKept > 0
        ? [
            `  What was learned from these papers stays (weights, no text); --with-learning takes it out too, and “liasse learn” learns anew`,
          ]
        : []),
    ].join('\n'),
  fileList: 'These files:',
  nothing: 'There is nothing to purge.',
  type: (name: string): string => `This can’t be undone. Type ${name} to purge it: `,
  refused: (name: string): string =>
    `Nothing was purged. Type the name exactly; where there is no terminal: --yes --confirm "${name}"`,
  sweeping: 'Purging',
  resumed: (count: number): string => `${plural(count, 'interrupted purge was', 'interrupted purges were')} finished.`,
  nothingToResume: 'No purge was interrupted.',
  kept: (path: string): string => `Certificate: ${path}`,
  noneDue: 'No case is due (liasse retention).',
  sayWhat: 'Say what is to be purged: --case NAME, --due, --again CERT.json, or --resume.',
  noCertificates: 'Nothing was ever purged.',
  columns: { id: 'Certificate', at: 'When', scope: 'What', files: 'Files', actor: 'Who' },
  scopes: { case: 'a case', papers: 'papers of a case' },
  reasons: {
    request: 'at somebody’s request',
    retention: 'the time it was to be kept is over',
    'brought-back': 'a backup had brought it back',
  },
  check: {
    unchanged: 'The certificate is unchanged, and the audit log tells of it.',
    changed: 'The certificate WAS CHANGED since it was made.',
    'other-installation': 'The audit log here tells nothing of this certificate: it belongs to another installation.',
  },
  gone: 'Nothing of what it names is left: no row, no key, no byte.',
  cameAgain: (count: number): string =>
    `${plural(count, 'file', 'files')} of the same content came in again since, and ${count === 1 ? 'is' : 'are'} there rightly.`,
  left: (parts: string): string =>
    `LEFT: ${parts}. A backup was restored, probably. Purge it again: liasse purge --again CERT.json`,
  leftParts: {
    case: 'the case',
    files: 'files',
    documents: 'papers',
    decisions: 'decisions',
    keys: 'keys',
    blobs: 'blobs',
  },
};

const FR: typeof EN = {
  willGo: (name, { scope, counts, originals, sharedOriginals }) =>
    [
      scope === 'case'
        ? `Le dossier « ${name} » serait effacé en entier :`
        : `Du dossier « ${name} » seraient effacés :`,
      `  ${plural(counts.files, 'fichier', 'fichiers')} (${plural(originals.length, 'original', 'originaux')} pour de bon), ${plural(counts.documents, 'document', 'documents')}, ${plural(counts.decisions, 'décision', 'décisions')} à leur sujet`,
      ...(sharedOriginals.length > 0
        ? [
            `  ${plural(sharedOriginals.length, 'original reste', 'originaux restent')} : le même contenu est aussi dans un autre dossier`,
          ]
        : []),
      ...(counts.learnedModels > 0 ? [`  ${plural(counts.learnedModels, 'modèle appris', 'modèles appris')}`] : []),
      ...(counts.learnedModelsKept > 0
        ? [
            `  Ce qui a été appris de ces documents reste (des poids, aucun texte) ; --with-learning l’efface aussi, et « liasse learn » apprend de nouveau`,
          ]
        : []),
    ].join('\n'),
  fileList: 'Ces fichiers :',
  nothing: 'Il n’y a rien à effacer.',
  type: (name) => `On ne peut pas revenir en arrière. Tapez ${name} pour l’effacer : `,
  refused: (name) => `Rien n’a été effacé. Tapez le nom exactement ; sans terminal : --yes --confirm "${name}"`,
  sweeping: 'Effacement',
  resumed: (count) =>
    `${plural(count, 'effacement interrompu a été achevé', 'effacements interrompus ont été achevés')}.`,
  nothingToResume: 'Aucun effacement n’a été interrompu.',
  kept: (path) => `Certificat : ${path}`,
  noneDue: 'Aucun dossier n’est échu (liasse retention).',
  sayWhat: 'Dites ce qui est à effacer : --case NOM, --due, --again CERT.json, ou --resume.',
  noCertificates: 'Rien n’a jamais été effacé.',
  columns: { id: 'Certificat', at: 'Quand', scope: 'Quoi', files: 'Fichiers', actor: 'Qui' },
  scopes: { case: 'un dossier', papers: 'des documents d’un dossier' },
  reasons: {
    request: 'à la demande de quelqu’un',
    retention: 'sa durée de conservation est écoulée',
    'brought-back': 'une sauvegarde l’avait ramené',
  },
  check: {
    unchanged: 'Le certificat est inchangé, et le journal en parle.',
    changed: 'Le certificat A ÉTÉ MODIFIÉ depuis qu’il a été fait.',
    'other-installation': 'Le journal d’ici ne dit rien de ce certificat : il vient d’une autre installation.',
  },
  gone: 'Il ne reste rien de ce qu’il nomme : ni ligne, ni clé, ni octet.',
  cameAgain: (count) =>
    `${plural(count, 'fichier', 'fichiers')} du même contenu ${count === 1 ? 'est revenu' : 'sont revenus'} depuis, et ${count === 1 ? 'est' : 'sont'} là à bon droit.`,
  left: (parts) =>
    `IL RESTE : ${parts}. Une sauvegarde a sans doute été reprise. Effacez de nouveau : liasse purge --again CERT.json`,
  leftParts: {
    case: 'le dossier',
    files: 'fichiers',
    documents: 'documents',
    decisions: 'décisions',
    keys: 'clés',
    blobs: 'objets',
  },
};

/** What `liasse purge` says. */
export const PURGE_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
