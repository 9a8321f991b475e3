import { rejected, usage } from './failure-kinds.ts';

/** Of what a person says of a paper. */
export const DECISION_FAILURES = {
  'paper-unknown': rejected(
    'Aucun document n’est gardé sous cet identifiant. Lisez d’abord le dossier avec « liasse intake … --case NOM » ; le tableau donne les identifiants.',
    'No paper is kept under this id. First read the folder with “liasse intake … --case NAME”; the table shows the ids.',
  ),
  'case-unknown': usage(
    'Il n’y a pas de dossier de ce nom. « liasse cases » les énumère.',
    'There is no case of this name. “liasse cases” lists them.',
  ),
  'case-name-ambiguous': usage(
    'Plusieurs équipes ont un dossier de ce nom. Donnez son identifiant à la place : « liasse cases » le montre.',
    'Several teams have a case of this name. Give its id instead: “liasse cases” shows it.',
  ),
  'paper-ambiguous': rejected(
    'Plusieurs documents ont un identifiant qui commence ainsi. Donnez-en davantage de lettres.',
    'Several papers have an id that begins so. Give more letters of it.',
  ),
  'page-not-inside': rejected(
    'On ne peut pas couper à cette page : donnez une page du document qui n’est pas sa première.',
    'This is no page to cut at: give a page of the document other than its first.',
  ),
  'nothing-before': rejected(
    'Ce document commence son fichier : il n’y a rien devant lui à quoi le joindre.',
    'This paper is the first of its file: there is nothing before it to join it to.',
  ),
  'nothing-learned': rejected(
    'Rien n’a été appris jusqu’ici : il n’y a rien à reprendre.',
    'Nothing has been learned until now: there is nothing to take back.',
  ),
} as const;
