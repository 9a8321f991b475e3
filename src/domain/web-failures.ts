import type { Bilingual } from './findings.ts';

interface WebFailure {
  readonly category: 'usage';
  /** What HTTP answers. */
  readonly status: number;
  readonly message: Bilingual;
  /** What the person does next. */
  readonly next: Bilingual | null;
}

/** What the web app answers when it does not do what it was asked for; the sentences are shown as they are. */
export const WEB_FAILURES = {
  'setup-needed': web(
    503,
    ['Liasse n’a pas encore d’administrateur.', 'Liasse has no administrator yet.'],
    ['Ouvrez le lien que « liasse serve » affiche.', 'Open the link that “liasse serve” prints.'],
  ),
  'setup-done': web(
    409,
    ['Il y a déjà un administrateur.', 'There is an administrator already.'],
    ['Connectez-vous, ou demandez une invitation.', 'Sign in, or ask for an invitation.'],
  ),
  'setup-code-wrong': web(
    403,
    ['Ce code d’installation n’est pas le bon.', 'This set-up code is not the right one.'],
    ['Prenez le lien que « liasse serve » a affiché en dernier.', 'Take the link that “liasse serve” printed last.'],
  ),
  'not-signed-in': web(401, ['Vous n’êtes pas connecté.', 'You are not signed in.'], ['Connectez-vous.', 'Sign in.']),
  'sign-in-wrong': web(
    401,
    ['L’adresse ou le mot de passe n’est pas le bon.', 'The address or the password is not right.'],
    ['Essayez de nouveau, ou demandez à un administrateur.', 'Try again, or ask an administrator.'],
  ),
  'second-code-wrong': web(
    401,
    ['Ce code n’est pas le bon, ou n’est plus valable.', 'This code is not right, or no longer valid.'],
    ['Prenez le code que votre application montre maintenant.', 'Take the code that your application shows now.'],
  ),
  'password-wrong': web(
    403,
    ['Ce n’est pas votre mot de passe.', 'This is not your password.'],
    ['Essayez de nouveau.', 'Try again.'],
  ),
  'second-code-on': web(
    409,
    ['Le second code est déjà demandé à la connexion.', 'The second code is asked for at sign-in already.'],
    null,
  ),
  'too-many-tries': web(
    429,
    ['Trop d’essais.', 'Too many tries.'],
    ['Attendez un quart d’heure.', 'Wait for a quarter of an hour.'],
  ),
  'too-many-requests': web(
    429,
    ['Trop de demandes à la fois.', 'Too many requests at once.'],
    ['Attendez une minute.', 'Wait for a minute.'],
  ),
  'not-allowed': web(
    403,
    ['Votre rôle ne permet pas cela.', 'Your role does not allow this.'],
    ['Demandez à un administrateur.', 'Ask an administrator.'],
  ),
  'key-not-allowed': web(
    403,
    ['Cette clé ne permet pas cela.', 'This key does not allow this.'],
    [
      'Connectez-vous avec un navigateur, ou faites une clé qui peut plus.',
      'Sign in with a browser, or make a key that may do more.',
    ],
  ),
  'not-from-here': web(
    403,
    ['Cette demande ne vient pas de la page de Liasse.', 'This request does not come from Liasse’s own page.'],
    [
      'Rechargez la page. Derrière un autre nom, donnez-le avec --public-url.',
      'Load the page again. Behind another name, give it with --public-url.',
    ],
  ),
  'not-found': web(404, ['Cela n’existe pas, ou plus.', 'This is not there, or no longer.'], null),
  'wrong-request': web(
    400,
    ['Cette demande n’est pas complète ou pas juste.', 'This request is incomplete or not right.'],
    ['Vérifiez ce que vous avez saisi.', 'Check what you entered.'],
  ),
  'request-too-large': web(413, ['Cette demande est trop grande.', 'This request is too large.'], null),
  'wrong-media-type': web(
    415,
    ['Cette demande n’est pas en JSON.', 'This request is not JSON.'],
    ['Envoyez application/json.', 'Send application/json.'],
  ),
  'case-name-taken': web(
    409,
    ['Un dossier porte déjà ce nom.', 'A case has this name already.'],
    ['Choisissez un autre nom.', 'Choose another name.'],
  ),
  'case-name-wrong': web(
    400,
    ['Ce nom de dossier ne convient pas.', 'This name does not fit a case.'],
    [
      'Prenez des lettres, chiffres, espaces, points, tirets, 100 au plus.',
      'Take letters, digits, spaces, dots, dashes, 100 at most.',
    ],
  ),
  'team-needed': web(
    403,
    ['Vous n’êtes dans aucune équipe.', 'You are in no team.'],
    ['Demandez à un administrateur de vous ajouter à une équipe.', 'Ask an administrator to add you to a team.'],
  ),
  'team-name-taken': web(
    409,
    ['Une équipe porte déjà ce nom.', 'A team has this name already.'],
    ['Choisissez un autre nom.', 'Choose another name.'],
  ),
  'address-known': web(
    409,
    ['Une personne a déjà cette adresse.', 'Somebody has this address already.'],
    ['Cherchez-la parmi les personnes.', 'Look for them among the people.'],
  ),
  'invitation-over': web(
    410,
    ['Cette invitation n’est plus valable.', 'This invitation is no longer valid.'],
    ['Demandez-en une nouvelle à votre administrateur.', 'Ask your administrator for a new one.'],
  ),
  'last-administrator': web(
    409,
    ['C’est le dernier administrateur.', 'This is the last administrator.'],
    ['Nommez d’abord quelqu’un d’autre.', 'Name somebody else first.'],
  ),
  'order-moved-on': web(
    409,
    ['Cette traduction en est déjà ailleurs.', 'This translation has moved on meanwhile.'],
    ['Rechargez la page pour voir où elle en est.', 'Load the page again to see where it is.'],
  ),
  'order-open': web(
    409,
    ['Une traduction de ce document est déjà en cours.', 'A translation of this paper is under way already.'],
    ['Réattribuez-la, ou annulez-la d’abord.', 'Reassign it, or cancel it first.'],
  ),
  'translator-unfit': web(
    409,
    ['Cette personne ne peut pas traduire ce document.', 'This person can’t translate this paper.'],
    ['Choisissez quelqu’un d’autre, ou complétez son profil.', 'Choose somebody else, or complete their profile.'],
  ),
  'upload-missing': web(
    409,
    ['Il n’y a pas encore de traduction à livrer.', 'There is no translation to deliver yet.'],
    ['Déposez d’abord votre fichier.', 'Upload your file first.'],
  ),
  'upload-not-read': web(
    409,
    ['Votre fichier est encore en cours de lecture.', 'Your file is still being read.'],
    ['Attendez un moment, puis livrez.', 'Wait a moment, then deliver.'],
  ),
  'remark-needed': web(
    409,
    [
      'Des dates, nombres, noms ou la langue ne sont pas ceux qui sont attendus.',
      'Dates, numbers, names or the language are not what was expected.',
    ],
    [
      'Corrigez votre fichier, ou livrez-le avec une remarque qui l’explique.',
      'Correct your file, or deliver it with a remark that explains it.',
    ],
  ),
  'upload-is-container': web(
    422,
    ['C’est une archive ou un message, pas une traduction.', 'This is an archive or a message, not a translation.'],
    ['Déposez un seul fichier PDF, Word ou image.', 'Upload a single PDF, Word or picture file.'],
  ),
  'too-many-uploads': web(
    429,
    ['Trop d’envois ont été commencés et pas finis.', 'Too many uploads were begun and not finished.'],
    ['Finissez ceux qui sont en cours, puis continuez.', 'Finish those that are under way, then go on.'],
  ),
  'upload-offset-wrong': web(
    409,
    ['L’envoi ne reprend pas là où il s’était arrêté.', 'The upload does not go on where it stopped.'],
    [
      'La page reprend seule au bon endroit ; sinon, rechargez-la.',
      'The page finds the right place by itself; else load it again.',
    ],
  ),
  'upload-unfinished': web(
    409,
    ['Ce fichier n’est pas encore arrivé en entier.', 'This file has not come in as a whole yet.'],
    ['Continuez l’envoi.', 'Go on with the upload.'],
  ),
  'not-failed': web(
    409,
    [
      'Ce fichier n’a pas échoué : il n’y a rien à refaire.',
      'This file has not failed: there is nothing to try again.',
    ],
    null,
  ),
  'export-not-ready': web(
    409,
    ['Cet export n’est pas encore prêt.', 'This export is not ready yet.'],
    ['Attendez qu’il soit fini.', 'Wait until it is done.'],
  ),
  'export-under-way': web(
    409,
    ['Un export de ce dossier est déjà en cours.', 'An export of this case is being made already.'],
    ['Attendez qu’il soit fini, puis téléchargez-le.', 'Wait until it is done, then download it.'],
  ),
  'end-date-wrong': web(
    400,
    ['Cette date de fin ne convient pas.', 'This end date does not fit.'],
    ['Prenez un jour à venir, dans un an au plus.', 'Take a day to come, within a year.'],
  ),
  'decision-overtaken': web(
    409,
    ['Quelqu’un a décidé autre chose entre-temps.', 'Somebody decided otherwise meanwhile.'],
    ['Regardez ce qui vaut maintenant, puis décidez.', 'Look at what holds now, then decide.'],
  ),
  'webhook-address-wrong': web(
    400,
    ['Cette adresse ne convient pas à un webhook.', 'This address does not fit a webhook.'],
    [
      'Prenez une adresse https:// d’internet ; une adresse interne doit être permise par LIASSE_WEBHOOK_HOSTS.',
      'Take an https:// address of the internet; an inner one must be allowed by LIASSE_WEBHOOK_HOSTS.',
    ],
  ),
} as const satisfies Record<string, WebFailure>;

function web(status: number, [fr, en]: readonly [string, string], next: readonly [string, string] | null): WebFailure {
  return { category: 'usage', status, message: { fr, en }, next: next === null ? null : { fr: next[0], en: next[1] } };
}
