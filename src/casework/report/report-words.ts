import type { Clock, Coverage, CrossFinding, Presence } from '#domain/case-judgement.ts';

const FR = {
  /** Before a colon French sets a space that does not break. */
  colon: '\u00a0:',
  title: (name: string) => `Dossier ${name}`,
  subtitle: (date: string) => `Ce que disent les pièces, au ${date}`,
  papers: (count: number) => `${count} document${count > 1 ? 's' : ''}`,
  criteria: 'Les critères, du mieux au moins bien porté',
  criterion: 'Critère',
  strength: 'Force',
  coverage: { met: 'porté', weak: 'faible', missing: 'absent', unclear: 'à vérifier' } satisfies Record<
    Coverage,
    string
  >,
  nextSteps: 'À demander ensuite',
  gain: (points: number) => `gain\u00a0: +${points}\u00a0point${points > 1 ? 's' : ''}`,
  noSteps: 'Rien de plus à demander : le dossier porte ses critères.',
  letterNumber: (number: number) => `lettre n°\u00a0${number}`,
  letters: 'Lettres prêtes à envoyer',
  lettersNote: 'Les mots entre doubles accolades sont à remplir. Rien d’autre n’est à compléter.',
  to: 'À',
  subject: 'Objet',
  clocks: 'Échéances',
  clockStates: {
    running: 'en cours',
    soon: 'bientôt',
    lapsed: 'dépassée',
    done: 'faite',
    unclear: 'à vérifier',
  } satisfies Record<Clock['state'], string>,
  due: 'Pour le',
  rule: 'Règle',
  noClocks: 'Aucune échéance ne ressort des pièces.',
  findings: 'Entre les pièces',
  noFindings: 'Rien ne se contredit.',
  severities: { blocking: 'à régler', weak: 'à améliorer', info: 'à savoir' } satisfies Record<
    CrossFinding['severity'],
    string
  >,
  presence: 'Présence en France',
  presenceStates: { proven: 'prouvé', thin: 'mince', empty: 'vide' } satisfies Record<
    Presence['months'][number]['state'],
    string
  >,
  matrix: 'Ce que vaut chaque pièce pour chaque critère',
  matrixNote:
    'De 0 à 100. Une barre : la pièce ne dit rien de ce critère. Entre parenthèses : elle n’est pas comptée. Le détail de chaque chiffre est plus bas.',
  paper: 'Pièce',
  issued: 'Date',
  issuer: 'Émetteur',
  flags: 'Signalements',
  noDate: 'sans date',
  details: 'Pièce par pièce',
  why: 'Pourquoi ces chiffres',
  page: 'page',
  clipping: (page: number) => `Extrait de la page ${page}`,
  notCounted: 'non comptée',
  footer:
    'Établi par Liasse à partir des pièces du dossier. Aide à la préparation : ne remplace pas l’avis d’un juriste.',
  source: 'Source',
};

const EN: typeof FR = {
  colon: ':',
  title: (name) => `File ${name}`,
  subtitle: (date) => `What the papers say, as of ${date}`,
  papers: (count) => `${count} paper${count > 1 ? 's' : ''}`,
  criteria: 'The criteria, best carried first',
  criterion: 'Criterion',
  strength: 'Strength',
  coverage: { met: 'met', weak: 'weak', missing: 'missing', unclear: 'to be checked' },
  nextSteps: 'To ask for next',
  gain: (points) => `gain: +${points}\u00a0point${points > 1 ? 's' : ''}`,
  noSteps: 'Nothing more to ask for: the file carries its criteria.',
  letterNumber: (number) => `letter no.\u00a0${number}`,
  letters: 'Letters, ready to be sent (in French)',
  lettersNote: 'Fill in the words in double braces. Nothing else is to be added.',
  to: 'To',
  subject: 'Subject',
  clocks: 'Deadlines',
  clockStates: { running: 'running', soon: 'soon', lapsed: 'lapsed', done: 'done', unclear: 'to be checked' },
  due: 'Due',
  rule: 'Rule',
  noClocks: 'The papers set no deadline.',
  findings: 'Between the papers',
  noFindings: 'Nothing contradicts itself.',
  severities: { blocking: 'to be settled', weak: 'to be improved', info: 'to be known' },
  presence: 'Presence in France',
  presenceStates: { proven: 'proven', thin: 'thin', empty: 'empty' },
  matrix: 'What each paper is worth for each criterion',
  matrixNote:
    'From 0 to 100. A dash: the paper says nothing about the criterion. In brackets: it is not counted. The details of every figure are further down.',
  paper: 'Paper',
  issued: 'Date',
  issuer: 'Issuer',
  flags: 'Flags',
  noDate: 'no date',
  details: 'Paper by paper',
  why: 'Why these figures',
  page: 'page',
  clipping: (page) => `Extract of page ${page}`,
  notCounted: 'not counted',
  footer: 'Made by Liasse from the papers of the file. A help in preparing it: no substitute for a lawyer’s advice.',
  source: 'Source',
};

/** The report's own words. */
export const REPORT_WORDS: Readonly<Record<'fr' | 'en', typeof FR>> = { fr: FR, en: EN };
export type ReportWords = typeof FR;
