import { z } from 'zod';
import type { Bilingual } from './findings.ts';
import { WEB_FAILURES } from './web-failures.ts';

/**
 * `rejected`: the input can't be read as it is (stored, not retried). `transient`: may work next time (never stored).
 * `permanent`: a tool crashed on this input. `definition`: a pipeline file is wrong. `usage`: the command was called wrongly.
 */
export type FailureCategory = 'rejected' | 'transient' | 'permanent' | 'definition' | 'usage';

/** Every way Liasse can fail, in one readable table: what it is, and what the adviser does next. */
export const FAILURES = {
  ...WEB_FAILURES,
  'empty-file': rejected(
    'Le fichier est vide. Demandez-le de nouveau à la personne qui l’a envoyé.',
    'The file is empty. Ask whoever sent it to send it again.',
  ),
  'encrypted-pdf': rejected(
    'Ce PDF est protégé par un mot de passe. Indiquez-le avec --password, ou enregistrez une copie sans mot de passe.',
    'This PDF is locked with a password. Give it with --password, or save a copy without one.',
  ),
  'damaged-pdf': rejected(
    'Ce PDF est abîmé et ne s’ouvre pas. Téléchargez-le ou scannez-le de nouveau.',
    'This PDF is damaged and does not open. Download or scan it again.',
  ),
  'damaged-image': rejected(
    'Cette image est abîmée et ne s’ouvre pas. Photographiez ou scannez le document de nouveau.',
    'This image is damaged and does not open. Photograph or scan the paper again.',
  ),
  'damaged-archive': rejected(
    'Cette archive est abîmée ou dangereuse et n’a pas été ouverte. Envoyez les fichiers un par un.',
    'This archive is damaged or unsafe and was not opened. Send the files one by one.',
  ),
  'encrypted-archive': rejected(
    'Cette archive est protégée par un mot de passe. Envoyez les fichiers sans archive.',
    'This archive is locked with a password. Send the files without an archive.',
  ),
  'damaged-document': rejected(
    'Ce document est abîmé et ne s’ouvre pas. Enregistrez-le en PDF et envoyez-le de nouveau.',
    'This document is damaged and does not open. Save it as PDF and send it again.',
  ),
  'unsupported-format': rejected(
    'Liasse ne lit pas ce format. Enregistrez le document en PDF, JPEG ou PNG.',
    'Liasse does not read this format. Save the paper as PDF, JPEG or PNG.',
  ),
  'wrong-extension': rejected(
    'Le nom annonce un autre format que le contenu, et le contenu n’est pas lisible. Enregistrez le document en PDF, JPEG ou PNG.',
    'The name announces another format than the content, and the content can’t be read. Save the paper as PDF, JPEG or PNG.',
  ),
  'file-too-large': rejected(
    'Le fichier dépasse la taille permise. Envoyez-le en plusieurs parties ou à une résolution plus basse.',
    'The file is larger than allowed. Send it in parts or at a lower resolution.',
  ),
  'image-too-large': rejected(
    'L’image a trop de pixels pour être ouverte sans risque. Enregistrez-la en plus petit (300 points par pouce suffisent).',
    'The image has too many pixels to be opened safely. Save a smaller copy (300 dots an inch is enough).',
  ),
  'too-many-pages': rejected(
    'Le fichier a plus de pages que permis. Envoyez-le en plusieurs parties.',
    'The file has more pages than allowed. Send it in parts.',
  ),
  'archive-too-large': rejected(
    'L’archive contient trop de fichiers ou de données. Envoyez-la en plusieurs parties.',
    'The archive holds too many files or too much data. Send it in parts.',
  ),
  'archive-too-deep': rejected(
    'Trop d’archives l’une dans l’autre. Ouvrez-les et envoyez les fichiers.',
    'Too many archives inside one another. Open them and send the files.',
  ),
  'no-permission': rejected(
    'Vous n’avez pas le droit de lire ce fichier ou ce dossier. Changez ses droits, ou copiez-le ailleurs.',
    'You are not allowed to read this file or folder. Change its permissions, or copy it elsewhere.',
  ),
  'not-found': rejected(
    'Ce fichier ou dossier n’existe pas. Vérifiez le chemin.',
    'This file or folder does not exist. Check the path.',
  ),
  'link-loop': rejected(
    'Ce lien tourne en rond et ne mène à aucun fichier. Supprimez-le, ou donnez le vrai fichier.',
    'This link goes round in a circle and leads to no file. Remove it, or give the real file.',
  ),
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
  'paper-unknown': rejected(
    'Aucun document n’est gardé sous cet identifiant. Lisez d’abord le dossier avec « liasse intake … --case NOM » ; le tableau donne les identifiants.',
    'No paper is kept under this id. First read the folder with “liasse intake … --case NAME”; the table shows the ids.',
  ),
  'case-unknown': usage(
    'Il n’y a pas de dossier de ce nom. « liasse cases » les énumère.',
    'There is no case of this name. “liasse cases” lists them.',
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
  'unreadable-file': transient(
    'Le fichier n’a pas pu être lu sur le disque. Réessayez ; si cela persiste, copiez-le ailleurs.',
    'The file could not be read from the disk. Try again; if it persists, copy it elsewhere.',
  ),
  'page-timeout': transient(
    'La lecture de cette page a pris trop de temps. Réessayez, ou scannez la page plus nettement.',
    'Reading this page took too long. Try again, or scan the page more clearly.',
  ),
  'recognizer-failed': transient(
    'La lecture de cette page a échoué. Réessayez ; si cela persiste, scannez la page de nouveau.',
    'Reading this page failed. Try again; if it persists, scan the page again.',
  ),
  'model-missing': permanent(
    'Il manque un modèle de lecture. Lancez « npm ci » de nouveau, puis « liasse models verify ».',
    'A reading model is missing. Run “npm ci” again, then “liasse models verify”.',
  ),
  'limit-unknown': usage(
    'Cette limite n’existe pas. « liasse intake --help » les énumère.',
    'There is no such limit. “liasse intake --help” lists them.',
  ),
  'limit-invalid': usage(
    'Une limite est un nombre positif, par exemple pages=500 (sans fraction, sauf archiveRatio).',
    'A limit is a positive number, such as pages=500 (whole, but for archiveRatio).',
  ),
  'no-models': usage(
    'Il n’y a pas de modèle de lecture à cet endroit. Donnez un fichier comme rus.traineddata, un dossier qui en contient, ou un paquet npm de modèles.',
    'There is no reading model in that place. Give a file such as rus.traineddata, a folder that holds some, or an npm package of models.',
  ),
  'not-a-model': usage(
    'Ce fichier n’est pas un modèle de lecture entier et n’a pas été ajouté. Téléchargez-le de nouveau (collection tessdata_best ou tessdata_fast de Tesseract).',
    'This file is no whole reading model and was not added. Download it again (from Tesseract’s collection tessdata_best or tessdata_fast).',
  ),
  'model-unnamed': usage(
    'Le nom du fichier ne dit pas quel modèle c’est. Ajoutez par exemple « --as rus ».',
    'The file’s name does not say which model it is. Add for instance “--as rus”.',
  ),
  'model-ambiguous': usage(
    'Deux fichiers différents portent le nom de ce modèle et aucun n’a été ajouté. Donnez celui que vous voulez.',
    'Two different files have this model’s name and neither was added. Give the one you want.',
  ),
  'model-exists': usage(
    'Un autre modèle de ce nom est déjà là ; il est resté. Pour mettre le vôtre à sa place, ajoutez --replace.',
    'Another model of this name is there already; it was kept. To put yours in its place, add --replace.',
  ),
  'model-not-added': usage(
    'Aucun modèle de ce nom n’a été ajouté ; il n’y a rien à retirer. « liasse models » les montre.',
    'No model of this name was added; there is nothing to remove. “liasse models” shows them.',
  ),
  'model-folder-closed': usage(
    'Liasse ne peut pas écrire dans son dossier de modèles. Changez ses droits, faites de la place, ou choisissez un autre dossier avec LIASSE_MODELS.',
    'Liasse can’t write to its folder of models. Change its permissions, make room, or choose another folder with LIASSE_MODELS.',
  ),
  'engine-missing': permanent(
    'Le programme « tesseract » (version 5 ou plus récente) est introuvable. Installez-le, ou lisez sans --engine native.',
    'The program “tesseract” (version 5 or later) was not found. Install it, or read without --engine native.',
  ),
  'disk-full': transient(
    'Le disque est plein : ce qui n’a pas reçu d’accusé n’a pas été gardé. Faites de la place, puis relancez la même commande.',
    'The disk is full: what got no receipt was not kept. Make room, then run the same command again.',
  ),
  'blobs-away': transient(
    'L’endroit où sont gardés les originaux ne répond pas. Vérifiez le disque ou le stockage S3 ; le travail reprendra de lui-même.',
    'The place where originals are kept does not answer. Check the disk or the S3 store; work will go on by itself.',
  ),
  's3-misconfigured': permanent(
    'Le stockage S3 est mal indiqué. Donnez LIASSE_BLOBS=s3://seau/préfixe, LIASSE_S3_ACCESS_KEY et LIASSE_S3_SECRET_KEY (ou …_FILE).',
    'The S3 store is set up incompletely. Give LIASSE_BLOBS=s3://bucket/prefix, LIASSE_S3_ACCESS_KEY and LIASSE_S3_SECRET_KEY (or …_FILE).',
  ),
  'database-away': transient(
    'La base de données ne répond pas. Vérifiez qu’elle tourne ; le travail reprendra de lui-même.',
    'The database does not answer. Check that it runs; work will go on by itself.',
  ),
  'database-busy': transient(
    'Deux travaux se sont gênés dans la base de données. Liasse recommence de lui-même ; sinon, relancez la même commande.',
    'Two pieces of work were in each other’s way in the database. Liasse tries again by itself; otherwise run the same command again.',
  ),
  'queue-away': transient(
    'Redis ne répond pas. Vérifiez qu’il tourne ; le travail reprendra de lui-même.',
    'Redis does not answer. Check that it runs; work will go on by itself.',
  ),
  'worker-died': permanent(
    'Ce travail a fait tomber Liasse plusieurs fois et a été mis de côté. Regardez le fichier ; « liasse retry » essaie encore.',
    'This work brought Liasse down several times and was put aside. Look at the file; “liasse retry” tries once more.',
  ),
  'work-ended': transient(
    'Le processus qui lit les papiers s’est arrêté. Il repart tout seul, et rien n’est perdu.',
    'The process that reads papers ended. It starts again by itself, and nothing is lost.',
  ),
  'work-unknown': usage(
    'Aucun travail mis de côté n’a cet identifiant, ou plusieurs commencent ainsi. « liasse queue » les montre.',
    'No work that was put aside has this id, or several begin so. “liasse queue” shows them.',
  ),
  'stores-not-shared': usage(
    'Plusieurs machines ne peuvent travailler ensemble que sur une base et des originaux communs. Indiquez DATABASE_URL, et un stockage S3 ou un dossier partagé, les mêmes pour toutes.',
    'Several machines can only work together on one database and one store of originals. Set DATABASE_URL, and an S3 store or a shared folder, the same for all.',
  ),
  'home-not-writable': permanent(
    'Liasse ne peut pas écrire dans son dossier. Changez ses droits, ou choisissez un autre dossier avec LIASSE_HOME.',
    'Liasse can’t write to its folder. Change its permissions, or choose another folder with LIASSE_HOME.',
  ),
  'log-not-writable': usage(
    'Liasse ne peut pas écrire dans le journal que désigne LIASSE_LOG. Changez ses droits, ou donnez un autre fichier.',
    'Liasse can’t write to the log that LIASSE_LOG names. Change its permissions, or give another file.',
  ),
  'log-level-unknown': usage(
    'LIASSE_LOG_LEVEL peut valoir : trace, debug, info, warn, error, silent.',
    'LIASSE_LOG_LEVEL can be: trace, debug, info, warn, error, silent.',
  ),
  'address-taken': usage(
    'Cette adresse n’est pas libre sur cette machine. Donnez-en une autre avec --http, par exemple --http 127.0.0.1:9465.',
    'This address is not free on this machine. Give another with --http, for instance --http 127.0.0.1:9465.',
  ),
  'database-in-use': permanent(
    'Un autre Liasse travaille dans ce dossier et ne répond pas. Attendez qu’il ait fini, ou arrêtez-le.',
    'Another Liasse works in this folder and does not answer. Wait until it is done, or stop it.',
  ),
  'master-key-missing': permanent(
    'La clé maîtresse est introuvable : sans elle, rien de ce qui est gardé ne peut être lu. Remettez le fichier de clé à sa place (« liasse keys » dit où).',
    'The master key was not found: without it nothing that is kept can be read. Put the key file back in its place (“liasse keys” says where).',
  ),
  'master-key-wrong': permanent(
    'La clé maîtresse n’est pas celle de ces données. Donnez celle avec laquelle elles ont été gardées (« liasse keys » dit laquelle).',
    'The master key is not the one of these data. Give the one they were kept with (“liasse keys” says which).',
  ),
  'original-missing': permanent(
    'L’original de ce fichier n’est plus là où Liasse l’a gardé. « liasse verify » dit lesquels manquent ; reprenez-les d’une sauvegarde.',
    'The original of this file is no longer where Liasse kept it. “liasse verify” says which are missing; take them from a backup.',
  ),
  'reading-missing': permanent(
    'La lecture gardée de ce document manque. Lisez de nouveau son fichier avec « liasse intake … --case NOM ».',
    'The kept reading of this paper is missing. Read its file again with “liasse intake … --case NAME”.',
  ),
  'master-key-malformed': permanent(
    'La clé maîtresse donnée n’en est pas une : il faut une ligne de 32 octets en base64 (« openssl rand -base64 32 »). Donnez le bon fichier.',
    'What is given as master key is none: one line of 32 bytes as base64 is expected (“openssl rand -base64 32”). Give the right file.',
  ),
  'keys-being-changed': usage(
    'Un changement de clé maîtresse est déjà en cours sur cette machine. Attendez qu’il finisse.',
    'A change of the master key is under way on this machine already. Wait until it is done.',
  ),
  'key-change-unfinished': usage(
    'Un changement de clé maîtresse a été interrompu. Terminez-le d’abord : « liasse keys rotate », sans --new-key.',
    'A change of the master key was interrupted. Finish it first: “liasse keys rotate”, without --new-key.',
  ),
  'new-key-needed': usage(
    'La clé maîtresse vient de LIASSE_MASTER_KEY_FILE ou LIASSE_MASTER_KEY, que Liasse ne peut pas changer. « liasse keys rotate --help » dit comment faire.',
    'The master key comes from LIASSE_MASTER_KEY_FILE or LIASSE_MASTER_KEY, which Liasse can’t change. “liasse keys rotate --help” says how to.',
  ),
  'same-master-key': usage(
    'C’est déjà la clé maîtresse en usage. Donnez une autre clé, ou un fichier qui n’existe pas encore.',
    'This is the master key in use already. Give another one, or a file that does not exist yet.',
  ),
  'nothing-kept': usage(
    'Liasse ne garde encore rien ici : il n’y a pas de clé à changer.',
    'Liasse keeps nothing here yet: there is no key to change.',
  ),
  'key-file-exists': usage(
    'Ce fichier existe déjà et n’a pas été touché. Donnez un autre nom.',
    'This file exists already and was left alone. Give another name.',
  ),
  'copy-not-written': usage(
    'La copie n’a pas pu être écrite ou relue. Choisissez un autre endroit, une clé USB par exemple.',
    'The copy could not be written or read back. Choose another place, such as a USB stick.',
  ),
  'sealed-damaged': permanent(
    'Des données gardées sont abîmées ou ont été modifiées. « liasse verify » dit lesquelles ; reprenez-les d’une sauvegarde.',
    'Kept data are damaged or were changed. “liasse verify” says which; take them from a backup.',
  ),
  'move-failed': transient(
    'Un fichier reçu n’a pas pu être déplacé ; il est en sécurité et reste où il était. Vérifiez les droits et la place du dossier de destination.',
    'A file that was received could not be moved; it is safe and stays where it was. Check the permissions of the folder it goes to, and its room.',
  ),
  'move-target-unfit': usage(
    'Les fichiers ne peuvent pas aller dans ce dossier. Donnez-en un à côté du dossier surveillé, où Liasse a le droit d’écrire.',
    'Files can’t go to this folder. Give one beside the watched folder, to which Liasse may write.',
  ),
  'mailbox-away': transient(
    'Le serveur de courrier ne répond pas. Vérifiez son nom, son port et le réseau ; Liasse réessaiera de lui-même.',
    'The mail server does not answer. Check its name, its port and the network; Liasse will try again by itself.',
  ),
  'mailbox-refused': permanent(
    'Le serveur de courrier refuse la connexion. Vérifiez le nom du compte et le fichier de son mot de passe.',
    'The mail server refuses to let Liasse in. Check the account’s user and the file with its password.',
  ),
  'mailbox-not-trusted': permanent(
    'Le certificat du serveur de courrier n’est pas reconnu ; rien ne lui a été envoyé. Vérifiez son nom, ou donnez son certificat avec caFile.',
    'The mail server’s certificate is not trusted; nothing was sent to it. Check its name, or give its certificate with caFile.',
  ),
  'mailbox-folder-missing': permanent(
    'Ce dossier de courrier n’existe pas. Vérifiez « folder » dans mailboxes.yaml.',
    'There is no such mail folder. Check “folder” in mailboxes.yaml.',
  ),
  'mailbox-read-only': permanent(
    'Liasse ne peut pas marquer les messages de ce dossier comme lus. Donnez-lui ce droit, ou un autre dossier.',
    'Liasse can’t mark the messages of this folder as read. Give it that right, or another folder.',
  ),
  'mail-secret-missing': permanent(
    'Le mot de passe ou le certificat d’un compte de courrier est introuvable ou vide. Vérifiez passwordFile, passwordVariable ou caFile dans mailboxes.yaml.',
    'The password or certificate of a mail account was not found, or is empty. Check passwordFile, passwordVariable or caFile in mailboxes.yaml.',
  ),
  'mailboxes-missing': usage(
    'Aucun compte de courrier n’est décrit à cet endroit. « liasse mail --help » montre un exemple à copier.',
    'No mail account is described in that place. “liasse mail --help” shows an example to copy.',
  ),
  'mailboxes-invalid': usage(
    'Le fichier des comptes de courrier contient des erreurs. « liasse mail --help » montre un exemple.',
    'The file of mail accounts has mistakes. “liasse mail --help” shows an example.',
  ),
  cancelled: transient(
    'Lecture interrompue. Relancez la même commande pour continuer.',
    'Interrupted. Run the same command again to go on.',
  ),
  'internal-error': permanent(
    'Erreur interne de Liasse sur ce fichier. Les autres ont été traités ; signalez ce code à l’équipe.',
    'Liasse failed on this file. The others were processed; report this code to the team.',
  ),
  'definition-invalid': {
    category: 'definition',
    message: { fr: 'Un fichier de pipeline est invalide.', en: 'A pipeline file is invalid.' },
  },
} as const satisfies Record<string, { category: FailureCategory; message: Bilingual }>;

export type FailureCode = keyof typeof FAILURES;

/** A code as it comes back from where it was kept. */
export const failureCodeSchema = z.custom<FailureCode>(
  (code) => typeof code === 'string' && Object.hasOwn(FAILURES, code),
  'a failure code',
);

function rejected(fr: string, en: string): { category: 'rejected'; message: Bilingual } {
  return { category: 'rejected', message: { fr, en } };
}
function transient(fr: string, en: string): { category: 'transient'; message: Bilingual } {
  return { category: 'transient', message: { fr, en } };
}
function permanent(fr: string, en: string): { category: 'permanent'; message: Bilingual } {
  return { category: 'permanent', message: { fr, en } };
}
function usage(fr: string, en: string): { category: 'usage'; message: Bilingual } {
  return { category: 'usage', message: { fr, en } };
}

/** An expected failure. `detail` is for operators: it never holds document text, names or numbers. */
export class LiasseFailure extends Error {
  readonly code: FailureCode;
  readonly detail: string;

  constructor(code: FailureCode, detail = '', options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
    this.name = 'LiasseFailure';
    this.code = code;
    this.detail = detail;
  }

  get category(): FailureCategory {
    return FAILURES[this.code].category;
  }
}

/** The failure itself, or `internal-error` wrapped around whatever was thrown. */
export function asFailure(thrown: unknown): LiasseFailure {
  if (thrown instanceof LiasseFailure) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') return new LiasseFailure('cancelled');
  return new LiasseFailure('internal-error', thrown instanceof Error ? thrown.name : typeof thrown, { cause: thrown });
}
