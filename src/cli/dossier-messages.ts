import type { Bilingual } from '#domain/findings.ts';

const FR = {
  file: (path: string, pages: number, megabytes: string) => `${path} : ${pages} pages, ${megabytes} Mo`,
  lists: (paths: string) => `Liste des annexes : ${paths}`,
  listed: (path: string) =>
    `Écrit : ${path}. Déplacez les lignes, changez les titres, videz la première colonne de ce qu’il ne faut pas joindre ; puis : liasse export … --order ${path}`,
  annexes: (count: number) => `${count} pièce${count > 1 ? 's' : ''} dans le dossier.`,
  apart: 'À joindre à part (aussi dans la liste du dossier) :',
  leftOut:
    'Laissé de côté (le dossier n’en dit rien). Pour joindre une de ces pièces : --list, donnez-lui un numéro, puis --order :',
  otherCases: 'Nomme une personne suivie dans un autre dossier (ni le rapport ni le PDF ne disent lequel) :',
  line: (name: string, because: string) => `  ${name} : ${because}`,
  review: 'À regarder avant de remettre le dossier (nature ou date pas sûre : « liasse correct » la fixe) :',
  unread:
    'Pour qu’un fichier jamais lu en fasse partie, lisez-le d’abord : liasse intake FICHIER --case NOM --password …',
  references:
    'Le récit renvoie à des annexes ; voici ce qui porte ces numéros. Si cela ne va pas : --list, puis --order.',
  reference: (number: number, said: string, title: string | null) =>
    `  Annexe ${number}${said === '' ? '' : ` (« ${said} »)`} → ${title ?? 'aucune pièce'}`,
  unknown: (line: number, name: string, nearest: string | null) =>
    `Ordre, ligne ${line} : « ${name} » n’est dans le dossier sous aucun nom${nearest === null ? '' : ` ; vouliez-vous dire « ${nearest} » ?`}`,
  ambiguous: (line: number, name: string, meant: string | null) =>
    `Ordre, ligne ${line} : « ${name} » désigne plusieurs documents (${meant ?? ''}) ; donnez-en davantage de lettres.`,
  waiting: (count: number) =>
    `Le dossier est incomplet : ${count} fichier(s) attendent d’être lus. « liasse worker --drain » les lit.`,
  tooLarge: (numbers: string) =>
    `Trop lourd malgré tout : fichier(s) ${numbers}, dont une seule page dépasse la limite.`,
  leftOver: (paths: string) => `D’un dossier antérieur, à supprimer si plus rien n’en dépend : ${paths}`,
  progress: (done: number, of: number) => `${done}/${of} pages`,
};

const EN: typeof FR = {
  file: (path, pages, megabytes) => `${path}: ${pages} pages, ${megabytes} MB`,
  lists: (paths) => `List of annexes: ${paths}`,
  listed: (path) =>
    `Written: ${path}. Move lines, change titles, empty the first column of what is not to be annexed; then: liasse export … --order ${path}`,
  annexes: (count) => `${count} paper${count === 1 ? '' : 's'} in the dossier.`,
  apart: 'To be joined separately (the dossier’s list says so too):',
  leftOut: 'Left out (the dossier says nothing of it). To annex one of them: --list, give it a number, then --order:',
  otherCases: 'Names a person of another case (neither the report nor the PDF says which):',
  line: (name, because) => `  ${name}: ${because}`,
  review: 'To be looked at before the dossier is handed in (kind or date not sure; “liasse correct” says it):',
  unread: 'For a file that was never read to be inside, read it first: liasse intake FILE --case NAME --password …',
  references:
    'The statement refers to annexes; this is what has these numbers. If that is wrong: --list, then --order.',
  reference: (number, said, title) => `  Annex ${number}${said === '' ? '' : ` (“${said}”)`} → ${title ?? 'no paper'}`,
  unknown: (line, name, nearest) =>
    `Order, line ${line}: “${name}” is no paper of the case${nearest === null ? '' : `; did you mean “${nearest}”?`}`,
  ambiguous: (line, name, meant) =>
    `Order, line ${line}: “${name}” means several papers (${meant ?? ''}); give more letters of it.`,
  waiting: (count) =>
    `The dossier is not complete: ${count} file(s) wait to be read. “liasse worker --drain” reads them.`,
  tooLarge: (numbers) => `Too large all the same: file(s) ${numbers}, of which one page alone is over the limit.`,
  leftOver: (paths) => `Of an earlier dossier, to be deleted if nothing needs it any more: ${paths}`,
  progress: (done, of) => `${done}/${of} pages`,
};

/** What `liasse export` says. */
export const DOSSIER_MESSAGES: Readonly<Record<keyof Bilingual, typeof FR>> = { fr: FR, en: EN };
