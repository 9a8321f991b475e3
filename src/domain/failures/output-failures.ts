import { permanent, rejected, usage } from './failure-kinds.ts';

/** Of what is made out of a case: dossier, report, files that are written. */
export const OUTPUT_FAILURES = {
  'text-not-printable': rejected(
    'Ce texte est dans une écriture que Liasse ne sait pas imprimer. Imprimez-le vous-même (en PDF, par exemple) et joignez-le à part.',
    'This text is in a script that Liasse can’t print. Print it yourself (to PDF, for instance) and join it separately.',
  ),
  'nothing-to-annex': usage(
    'Ce dossier n’a aucune pièce à joindre. Lisez d’abord ses fichiers avec « liasse intake … --case NOM ».',
    'This case has no paper to annex. First read its files with “liasse intake … --case NAME”.',
  ),
  'order-unreadable': usage(
    'L’ordre des annexes n’a pas pu être lu. Donnez un fichier .csv, .yaml ou .txt ; « liasse export --case NOM --list annexes.csv » en écrit un à modifier.',
    'The order of the annexes could not be read. Give a .csv, .yaml or .txt file; “liasse export --case NAME --list annexes.csv” writes one to edit.',
  ),
  'output-not-writable': usage(
    'Liasse ne peut pas écrire à cet endroit. Choisissez un autre dossier avec --out, ou fermez le fichier s’il est ouvert.',
    'Liasse can’t write in that place. Choose another folder with --out, or close the file if it is open.',
  ),
  'browser-missing': permanent(
    'Pour un PDF, il faut un navigateur (Chromium, Chrome ou Edge) sur cette machine. Sans navigateur : « --format html », puis imprimez la page.',
    'A PDF takes a browser (Chromium, Chrome or Edge) on this machine. Without one: “--format html”, then print the page.',
  ),
  'browser-failed': permanent(
    'Le navigateur n’a pas pu imprimer le rapport. Essayez « --format html », puis imprimez la page.',
    'The browser could not print the report. Try “--format html”, then print the page.',
  ),
} as const;
