import type { OutputLanguage } from './messages.ts';

const megabytes = (bytes: number, comma: string): string => (bytes / 1_000_000).toFixed(1).replace('.', comma);

const EN = {
  title: 'CERTIFICATE OF ERASURE',
  intro:
    'Liasse has erased for good what is listed below by its hashes. No name and no word of any paper is in this certificate.',
  lines: {
    id: 'Certificate',
    case: 'Case (id)',
    scope: 'Erased',
    reason: 'Because',
    begun: 'Begun',
    done: 'Done',
    actor: 'By',
    audit: 'Row of the audit log',
    digest: 'Seal (SHA-256)',
  },
  counts: (c: { files: number; documents: number; artifacts: number; decisions: number; keys: number }): string =>
    `${c.files} files, ${c.documents} papers, ${c.artifacts} judgements, ${c.decisions} decisions of persons, ${c.keys} encryption keys`,
  bytes: (blobs: number, bytes: number): string => `${blobs} stored objects, ${megabytes(bytes, '.')} MB`,
  shared: (count: number): string => `${count} originals were kept, since the same bytes also belong to another case.`,
  learnedGone: (count: number): string =>
    `${count} learned models were erased, since they had learned from these papers.`,
  learnedKept: (count: number): string =>
    `${count} learned models stay that had learned from these papers among others: they hold weights of hashed words, no text.`,
  noBackups: 'No backup was made while it was kept.',
  backups: 'Backups that were made while it was kept still hold it, encrypted. Delete them when their time is over:',
  originals: 'SHA-256 of the erased files:',
  documents: 'Ids of the papers that were in them:',
  check: (id: string): string => `To check it: liasse purge check purge-${id}.json`,
};

const FR: typeof EN = {
  title: 'CERTIFICAT D’EFFACEMENT',
  intro:
    'Liasse a effacé pour de bon ce qui est énuméré ci-dessous par ses empreintes. Ce certificat ne contient aucun nom et aucun mot d’aucun document.',
  lines: {
    id: 'Certificat',
    case: 'Dossier (identifiant)',
    scope: 'Effacé',
    reason: 'Parce que',
    begun: 'Commencé',
    done: 'Achevé',
    actor: 'Par',
    audit: 'Ligne du journal',
    digest: 'Sceau (SHA-256)',
  },
  counts: (c) =>
    `${c.files} fichiers, ${c.documents} documents, ${c.artifacts} jugements, ${c.decisions} décisions de personnes, ${c.keys} clés de chiffrement`,
  bytes: (blobs, bytes) => `${blobs} objets conservés, ${megabytes(bytes, ',')} Mo`,
  shared: (count) => `${count} originaux ont été gardés, car le même contenu appartient aussi à un autre dossier.`,
  learnedGone: (count) => `${count} modèles appris ont été effacés, car ils avaient appris de ces documents.`,
  learnedKept: (count) =>
    `${count} modèles qui avaient appris entre autres de ces documents restent : ils contiennent des poids de mots hachés, aucun texte.`,
  noBackups: 'Aucune sauvegarde n’a été faite tant que c’était gardé.',
  backups:
    'Des sauvegardes faites tant que c’était gardé le contiennent encore, chiffré. Supprimez-les quand leur temps est passé :',
  originals: 'SHA-256 des fichiers effacés :',
  documents: 'Identifiants des documents qu’ils contenaient :',
  check: (id) => `Pour le vérifier : liasse purge check purge-${id}.json`,
};

/** What stands in the certificate of a purge. */
export const CERTIFICATE_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
