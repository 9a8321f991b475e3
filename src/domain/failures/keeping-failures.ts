import { permanent, transient, usage } from './failure-kinds.ts';

/** Of what is kept: disk, stores, queue, keys. */
export const KEEPING_FAILURES = {
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
  'secret-file-unreadable': permanent(
    'Le fichier de secret qu’une variable (…_FILE) nomme ne peut pas être lu. Vérifiez son chemin et ses droits, ou retirez la variable.',
    'The secret file that a variable (…_FILE) names can’t be read. Check its path and permissions, or remove the variable.',
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
  'judging-failed': transient(
    'Ce dossier n’a pas pu être évalué dans son ensemble. Essayez de nouveau dans un instant ; les papiers, eux, sont intacts.',
    'This case could not be judged as a whole. Try again in a moment; its papers are untouched.',
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
} as const;
