import { permanent, transient, usage } from './failure-kinds.ts';

/** Of reading pages, and of the models it needs. */
export const READING_FAILURES = {
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
} as const;
