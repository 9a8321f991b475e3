import type { ReceiptCounts } from '#app/ways-in/count-receipts.ts';
import type { LeftBecause } from '#app/ways-in/decide-message.ts';
import type { OutputLanguage } from './messages.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const EN = {
  watching: 'Watching. Ctrl-C ends it.',
  folderAway: 'The folder is not there. Liasse waits until it comes back.',
  folderAbsent: 'The folder is not there. Check its name, or whether the network share is connected.',
  folderBack: 'The folder is back.',
  took: ({ taken, known, rejected }: ReceiptCounts): string =>
    `${many(taken, 'paper', 'papers')} taken in, ${known} known already, ${rejected} rejected.`,
  moved: (files: number): string => `${many(files, 'file', 'files')} moved.`,
  rejected: (count: number, why: string): string => `  ${count} rejected: ${why}`,
  noCase: (files: number): string =>
    `${many(files, 'file lies', 'files lie')} in no folder that names a case, and stay. Put them into a folder that is named like their case (letters, digits, spaces, dots, dashes), or give --case NAME.`,
  unreachable: (entries: number): string =>
    `${many(entries, 'entry', 'entries')} can’t be reached: links, folders without permission, or names in an old encoding. Copy the papers themselves, or rename them.`,
  unfinished: (files: number): string =>
    `${many(files, 'file is', 'files are')} still being written; the next run takes them in.`,
  postponed: (why: string, seconds: number): string => `${why} Liasse tries again in ${seconds} s.`,
  nothingNew: 'Nothing new.',
  ending: 'Ending once the file under way is done.',
  note: (name: string, isWhole: boolean): string =>
    isWhole ? `This file was not taken in: ${name}` : `Part of this file was not taken in: ${name}`,
  tending: (account: string): string => `${account}: connected. Ctrl-C ends it.`,
  messages: (account: string, count: number): string => `${account}: ${many(count, 'message', 'messages')} read.`,
  left: (account: string, count: number, because: LeftBecause): string =>
    `${account}: ${many(count, 'message', 'messages')} left unread: ${LEFT_EN[because]}`,
  away: (account: string, why: string, seconds: number): string => `${account}: ${why} Next try in ${seconds} s.`,
};

const LEFT_EN: Readonly<Record<LeftBecause, string>> = {
  sender: 'the sender is not on the list (senders in mailboxes.yaml).',
  'no-case': 'no case is named. Write [NAME] into the subject or to address+NAME@…, or give the account a defaultCase.',
  'several-cases': 'more than one case can be meant. Forward it with one [NAME] in the subject.',
};

const FR: typeof EN = {
  watching: 'Surveillance en cours. Ctrl-C y met fin.',
  folderAway: 'Le dossier n’est pas là. Liasse attend qu’il revienne.',
  folderAbsent: 'Le dossier n’est pas là. Vérifiez son nom, ou si le partage réseau est connecté.',
  folderBack: 'Le dossier est revenu.',
  took: ({ taken, known, rejected }) =>
    `${many(taken, 'document pris', 'documents pris')} en compte, ${known} déjà là, ${many(rejected, 'refusé', 'refusés')}.`,
  moved: (files) => `${many(files, 'fichier déplacé', 'fichiers déplacés')}.`,
  rejected: (count, why) => `  ${many(count, 'refusé', 'refusés')} : ${why}`,
  noCase: (files) =>
    `${many(files, 'fichier n’est dans aucun dossier qui nomme un client et reste', 'fichiers ne sont dans aucun dossier qui nomme un client et restent')} en place. Mettez-les dans un dossier au nom du client (lettres, chiffres, espaces, points, tirets), ou donnez --case NOM.`,
  unreachable: (entries) =>
    `${many(entries, 'entrée ne peut', 'entrées ne peuvent')} pas être lues : liens, dossiers sans droit de lecture ou noms dans un ancien codage. Copiez les documents eux-mêmes, ou renommez-les.`,
  unfinished: (files) =>
    `${many(files, 'fichier est encore en cours', 'fichiers sont encore en cours')} d’écriture ; la prochaine fois les prendra.`,
  postponed: (why, seconds) => `${why} Liasse réessaie dans ${seconds} s.`,
  nothingNew: 'Rien de nouveau.',
  ending: 'Fin dès que le fichier en cours est traité.',
  note: (name, isWhole) =>
    isWhole
      ? `Ce fichier n’a pas été pris en compte : ${name}`
      : `Une partie de ce fichier n’a pas été prise en compte : ${name}`,
  tending: (account) => `${account} : connecté. Ctrl-C y met fin.`,
  messages: (account, count) => `${account} : ${many(count, 'message lu', 'messages lus')}.`,
  left: (account, count, because) =>
    `${account} : ${many(count, 'message laissé non lu', 'messages laissés non lus')} : ${LEFT_FR[because]}`,
  away: (account, why, seconds) => `${account} : ${why} Nouvel essai dans ${seconds} s.`,
};

const LEFT_FR: Readonly<Record<LeftBecause, string>> = {
  sender: 'l’expéditeur n’est pas sur la liste (senders dans mailboxes.yaml).',
  'no-case':
    'aucun client n’est nommé. Écrivez [NOM] dans l’objet ou à adresse+NOM@…, ou donnez un defaultCase au compte.',
  'several-cases': 'plusieurs clients sont possibles. Transférez-le avec un seul [NOM] dans l’objet.',
};

/** What the commands say through which files come in by themselves. */
export const ARRIVAL_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
