import { rejected, transient, usage } from './failure-kinds.ts';

/** Of archives that are judged again. */
export const RUN_FAILURES = {
  'run-unknown': rejected(
    'Aucun réexamen ne porte cet identifiant. « liasse runs » les montre.',
    'There is no run of this id. “liasse runs” shows them.',
  ),
  'run-ambiguous': rejected(
    'Plusieurs réexamens ont un identifiant qui commence ainsi. Donnez-en davantage de lettres.',
    'Several runs have an id that begins so. Give more letters of it.',
  ),
  'run-elsewhere': rejected(
    'Ce réexamen n’en est pas là : on ne peut pas faire cela maintenant. « liasse runs » montre où en est chacun.',
    'This run is not at the point where that can be done. “liasse runs” shows where each of them is.',
  ),
  'run-outdated': transient(
    'Les règles, les modèles ou Liasse ont changé depuis le début de ce réexamen. Refusez-le (« liasse runs reject ») et relancez « liasse reprocess » ; ou relancez le « liasse worker » qui n’a pas les nouvelles.',
    'Rules, models or Liasse changed since this run was begun. Reject it (“liasse runs reject”) and run “liasse reprocess” anew; or restart the “liasse worker” that does not have the new ones.',
  ),
  'type-unknown': usage(
    'Il n’y a pas de type de ce nom. « liasse types » les donne tous.',
    'There is no type of this name. “liasse types” lists them.',
  ),
} as const;
