import type { ExportTexts } from './export-texts.ts';

/** The page of an export in French. */
export const FRENCH_TEXTS: ExportTexts = {
  title: 'Ce qui est gardé sur vous',
  otherLanguage: 'In English',
  intro: (day, caseName) =>
    `Voici tout ce qui est gardé dans le dossier « ${caseName} », au ${day} : les documents reçus, ce qui y a été lu, ce que des personnes en ont décidé, et qui a fait quoi.`,
  onlyAbout: (person) =>
    `Il ne contient que les fichiers qui parlent de ${person} ; d’autres fichiers du dossier concernent d’autres personnes.`,
  controller: 'Responsable du traitement, et à qui écrire :',
  toFillIn: '…………………………………………………………',
  contents: {
    heading: 'Ce que contient cet export',
    lines: [
      ['originals/', 'les fichiers exactement tels qu’ils ont été reçus'],
      ['readings/', 'le texte lu dans chaque document'],
      [
        'records.json',
        'pour chaque document : ce qui a été reconnu (nature, dates, émetteur, remarques …), sous une forme que d’autres programmes savent lire',
      ],
      ['files.json', 'chaque fichier reçu : quand, par quel moyen, ce qu’il est devenu'],
      ['decisions.json', 'ce que des personnes ont décidé au sujet des documents'],
      ['audit.json', 'qui a fait quoi avec ce dossier, et quand'],
      ['SHA256SUMS', 'les empreintes numériques de tous ces fichiers : un changement se remarque'],
    ],
  },
  files: {
    heading: 'Fichiers reçus',
    about: 'Chaque fichier reçu est énuméré, aussi ceux qui n’ont pas pu servir.',
    columns: ['N°', 'Fichier', 'Reçu le', 'Comment', 'Ce qu’il est devenu'],
    states: {
      waiting: 'pas encore lu',
      accepted: 'lu',
      duplicate: 'le même qu’un précédent',
      rejected: 'n’a pas pu servir',
    },
    ways: {
      intake: 'donné à Liasse',
      watch: 'd’un dossier surveillé',
      mail: 'par courriel',
      upload: 'envoyé par le site',
    },
    noOriginal: 'rien n’en a été gardé',
    damaged: 'l’original n’a pas pu être ouvert',
  },
  papers: {
    heading: 'Ce qui y a été lu',
    about:
      'Un programme (Liasse) a lu les documents et propose ce que chacun est et le poids qu’il peut avoir. Ce n’est pas une décision à votre sujet : une personne regarde, peut corriger, et décide.',
    facts: {
      type: 'Nature',
      language: 'Langue',
      issued: 'Délivré le',
      issuer: 'Délivré par',
      score: 'Poids proposé (0 à 100)',
      flags: 'Remarques',
      fields: 'Lu dedans',
      text: 'Texte entier',
    },
    unclear: 'incertain',
    none: 'aucun',
    pages: (from, to) => (from === to ? `page ${from}` : `pages ${from} à ${to}`),
    read: 'ouvrir',
  },
  decisions: {
    heading: 'Ce que des personnes ont décidé',
    about: 'Les corrections des personnes passent avant ce que propose le programme.',
    none: 'Personne n’a rien corrigé.',
    kinds: {
      correct: 'a dit ce qui est juste',
      withdraw: 'a repris une correction',
      cut: 'a dit qu’un autre document commence à la page',
      join: 'a dit qu’aucun autre document ne commence à la page',
    },
    fields: { type: 'nature', issueDate: 'date de délivrance', issuer: 'émetteur', language: 'langue' },
  },
  audit: {
    heading: 'Qui a fait quoi',
    about: 'D’un journal que personne ne peut changer sans que cela se voie. Les heures sont en UTC.',
    actions: {
      'case-opened': 'a ouvert le dossier',
      'case-closed': 'a clos le dossier',
      'case-archived': 'a archivé le dossier',
      'case-reopened': 'a rouvert le dossier',
      'files-received': 'a reçu des fichiers',
      'decision-made': 'a décidé quelque chose au sujet d’un document',
      learned: 'a fait apprendre le programme des corrections',
      'learning-undone': 'a repris un apprentissage',
      'run-accepted': 'a accepté de nouvelles lectures',
      'run-rejected': 'a refusé de nouvelles lectures',
      'run-rolled-back': 'a repris de nouvelles lectures',
      'purge-begun': 'a commencé à effacer',
      'purge-done': 'a effacé',
      'person-exported': 'a fait un tel export',
      'backup-made': 'a fait une sauvegarde',
      restored: 'a repris une sauvegarde',
      'keys-rotated': 'a changé la clé maîtresse',
    },
  },
  law: {
    heading: 'Pourquoi cela est gardé, et vos droits',
    lines: [
      'Pour quoi faire : préparer votre demande et vous aider à la prouver. Les documents viennent de vous, ou de personnes et d’organismes qui les ont donnés ou envoyés pour vous.',
      'Vous recevez cette copie au titre du droit d’accès (article 15 du règlement général sur la protection des données, RGPD). Les fichiers .json et .txt sont sous une forme courante que vous pouvez remettre à qui vous voulez (article 20, portabilité).',
      'Tout est gardé chiffré sur des machines de l’organisme nommé ci-dessus ; Liasse n’envoie rien ailleurs. Seules le voient les personnes qui travaillent pour l’organisme, et celles à qui il le transmet pour votre demande.',
      'Aucune décision à votre sujet n’est prise par un programme seul (article 22).',
      'Vous pouvez faire corriger des données fausses (article 16), les faire effacer (article 17), en faire limiter l’usage (article 18) ou vous y opposer (article 21) : écrivez à l’organisme nommé ci-dessus.',
      'Si vous pensez que vos droits ne sont pas respectés, vous pouvez vous plaindre à une autorité de contrôle (article 77) ; en France la CNIL, www.cnil.fr.',
    ],
  },
  retention: {
    states: { open: 'Le dossier est ouvert.', closed: 'Le dossier est clos.', archived: 'Le dossier est archivé.' },
    until: (day) => `Il est à effacer à partir du ${day}, sauf si de nouveaux documents arrivent.`,
    undecided: 'Aucun jour n’a été fixé pour l’effacer ; demandez à l’organisme.',
    backups: (count) =>
      `${count} ${count === 1 ? 'sauvegarde a été faite' : 'sauvegardes ont été faites'} depuis son ouverture ; elles le contiennent aussi, chiffré.`,
  },
  missing: (count) =>
    `${count} ${count === 1 ? 'original manque' : 'originaux manquent'} dans cet export, car ${count === 1 ? 'il n’a' : 'ils n’ont'} pas pu être ${count === 1 ? 'ouvert' : 'ouverts'}.`,
  hashes: 'Pour vérifier que rien n’a été changé dans cet export : sha256sum -c SHA256SUMS',
};
