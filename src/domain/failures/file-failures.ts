import { rejected } from './failure-kinds.ts';

/** Of a file that comes in: what it is, and what to ask its sender for. */
export const FILE_FAILURES = {
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
  'no-such-file': rejected(
    'Ce fichier ou dossier n’existe pas. Vérifiez le chemin.',
    'This file or folder does not exist. Check the path.',
  ),
  'link-loop': rejected(
    'Ce lien tourne en rond et ne mène à aucun fichier. Supprimez-le, ou donnez le vrai fichier.',
    'This link goes round in a circle and leads to no file. Remove it, or give the real file.',
  ),
} as const;
