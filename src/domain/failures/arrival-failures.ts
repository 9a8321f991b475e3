import { permanent, transient, usage } from './failure-kinds.ts';

/** Of watched folders and mailboxes. */
export const ARRIVAL_FAILURES = {
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
} as const;
