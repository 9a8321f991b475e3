import { permanent, transient, usage } from './failure-kinds.ts';

/** Of retention, purges, backups and exports. */
export const TRUST_FAILURES = {
  'retention-invalid': usage(
    'retention.yaml contient des erreurs ; aucun dossier n’est effacé tant qu’il en contient. « liasse retention --help » en montre la forme.',
    'retention.yaml has mistakes; no case is purged as long as it has. “liasse retention --help” shows its form.',
  ),
  'case-in-work': transient(
    'Un travail sur ce dossier est en cours, ou une relecture d’archives. Attendez qu’il finisse (« liasse queue » le montre), puis relancez.',
    'Work on this case is under way, or a run over the archives. Wait until it is done (“liasse queue” shows it), then try again.',
  ),
  'purged-meanwhile': transient(
    'Ce fichier est justement en train d’être effacé d’un autre dossier. Réessayez dans une minute ; si l’effacement a été interrompu, finissez-le d’abord : liasse purge --resume',
    'This very file is just being purged from another case. Try again in a minute; if that purge was interrupted, finish it first: liasse purge --resume',
  ),
  'purge-unfinished': usage(
    'Un effacement a été interrompu. Finissez-le d’abord : liasse purge --resume',
    'A purge was interrupted. Finish it first: liasse purge --resume',
  ),
  'certificate-unknown': usage(
    'Il n’y a pas de certificat d’effacement de cet identifiant. « liasse purge certificate » les énumère.',
    'There is no certificate of a purge with this id. “liasse purge certificate” lists them.',
  ),
  'not-a-certificate': usage(
    'Ce fichier n’est pas un certificat d’effacement de Liasse, ou il a été modifié.',
    'This file is no certificate of a purge by Liasse, or it was changed.',
  ),
  'backup-under-way': transient(
    'Une sauvegarde est en cours. Attendez qu’elle finisse ; si elle a été interrompue, réessayez dans un quart d’heure.',
    'A backup is being made. Wait until it is done; if it was interrupted, try again in a quarter of an hour.',
  ),
  'backup-not-written': usage(
    'La sauvegarde n’a pas pu être écrite à cet endroit. Vérifiez qu’il existe et que vous pouvez y écrire, ou choisissez-en un autre.',
    'The backup could not be written there. Check that the place exists and that you may write to it, or choose another.',
  ),
  'backup-damaged': permanent(
    'Cette sauvegarde est abîmée ou incomplète et ne doit pas servir. Prenez-en une autre ; « liasse backup --check » les vérifie.',
    'This backup is damaged or incomplete and must not be used. Take another one; “liasse backup --check” checks them.',
  ),
  'not-a-backup': usage(
    'Ce n’est pas une sauvegarde de Liasse. Donnez le fichier ou le dossier que « liasse backup » a écrit.',
    'This is no backup by Liasse. Give the file or folder that “liasse backup” wrote.',
  ),
  'backup-newer': usage(
    'Cette sauvegarde vient d’un Liasse plus récent. Mettez Liasse à jour, puis reprenez-la.',
    'This backup was made by a newer Liasse. Update Liasse, then restore it.',
  ),
  'target-not-empty': usage(
    'Il y a déjà des données à cet endroit, et une sauvegarde ne se reprend que dans un endroit vide. Donnez-en un autre avec --into, ou mettez de côté ce qui est là.',
    'There are data in that place already, and a backup is restored into an empty place only. Give another with --into, or put aside what is there.',
  ),
  'restore-unfinished': usage(
    'La reprise d’une sauvegarde a été interrompue ici : ce qui est là n’est pas complet. Relancez la même commande « liasse restore ».',
    'Restoring a backup was interrupted here: what is there is not complete. Run the same “liasse restore” again.',
  ),
  'restore-incomplete': permanent(
    'Ce qui a été repris ne concorde pas avec la sauvegarde ; rien ne s’ouvre. Relancez « liasse restore », ou prenez une autre sauvegarde.',
    'What was restored does not agree with the backup; nothing can be opened. Run “liasse restore” again, or take another backup.',
  ),
  'nothing-about-person': usage(
    'Aucun fichier de ce dossier ne parle de cette personne. Vérifiez l’orthographe ; tous les mots donnés doivent s’y trouver.',
    'No file of this case speaks of this person. Check the spelling; all words that are given must stand in it.',
  ),
  'export-not-empty': usage(
    'Ce dossier n’est pas vide. Donnez pour l’export un dossier qui n’existe pas encore, ou un fichier .zip.',
    'This folder is not empty. For the export give a folder that is not there yet, or a .zip file.',
  ),
  'export-not-written': usage(
    'L’export n’a pas pu être écrit à cet endroit. Vérifiez qu’il existe et que vous pouvez y écrire, ou choisissez-en un autre.',
    'The export could not be written there. Check that the place exists and that you may write to it, or choose another.',
  ),
} as const;
