import type { AuditAction } from '#domain/audit.ts';
import type { OutputLanguage } from './messages.ts';

const ACTIONS_EN: Readonly<Record<AuditAction, string>> = {
  'case-opened': 'case opened',
  'case-closed': 'case closed',
  'case-archived': 'case archived',
  'case-reopened': 'case opened again',
  'files-received': 'files received',
  'decision-made': 'decision made',
  learned: 'learned from corrections',
  'learning-undone': 'learning taken back',
  'run-accepted': 'run accepted',
  'run-rejected': 'run rejected',
  'run-rolled-back': 'run rolled back',
  'purge-begun': 'purge begun',
  'purge-done': 'purge done',
  'person-exported': 'person’s data exported',
  'backup-made': 'backup made',
  restored: 'restored from a backup',
  'keys-rotated': 'master key changed',
  'installation-set-up': 'set up by its first administrator',
  'signed-in': 'signed in',
  'sign-in-refused': 'sign-in refused',
  'signed-out': 'signed out',
  'sessions-revoked': 'sessions ended',
  'password-changed': 'password changed',
  'second-code-on': 'second code asked for from now on',
  'second-code-off': 'second code no longer asked for',
  'api-key-made': 'API key made',
  'api-key-revoked': 'API key revoked',
  'person-invited': 'person invited',
  'invitation-withdrawn': 'invitation withdrawn',
  'person-joined': 'person joined',
  'person-changed': 'person changed',
  'team-made': 'team made',
  'team-changed': 'team changed',
  'case-viewed': 'case viewed',
  'document-viewed': 'document viewed',
  'case-searched': 'case searched',
  'case-exported': 'case exported',
};

const EN = {
  columns: { seq: 'No', at: 'When (UTC)', actor: 'Who', action: 'What', subject: 'To what', detail: 'How' },
  actions: ACTIONS_EN,
  empty: 'The log is empty.',
  shown: (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}, the latest at the end.`,
  broken: {
    missing: (seq: number): string => `BROKEN before row ${seq}: rows that stood there are gone.`,
    changed: (seq: number): string => `BROKEN at row ${seq}: it is not what was written.`,
    unlinked: (seq: number): string => `BROKEN at row ${seq}: the row before it is not the one that was there.`,
  },
  whatToDo:
    'Somebody changed the database behind Liasse’s back. Keep it as it is for whoever looks into it, and compare with a backup (liasse restore --into ANOTHER_FOLDER).',
  whole: (rows: number): string => `${rows} ${rows === 1 ? 'row is' : 'rows are'} as written, none is missing.`,
  head: (hash: string): string =>
    `Head: ${hash}\nKeep this line elsewhere (on paper, in a mail to yourself). Later, “liasse audit verify --expect ${hash.slice(0, 8)}…” with the whole of it proves that nothing up to here was cut off or written anew.`,
  headFile: (path: string): string =>
    `The row noted in ${path} is not in the log: it was cut off or written anew since. If you restored a backup, or used this folder with another database, remove that file.`,
  headFileUnreadable: (path: string): string =>
    `${path} was changed or damaged and tells nothing any more. Compare with a head that you kept elsewhere (--expect), then remove that file.`,
  notExpected: 'No row of the log has the expected hash: the log was cut off or written anew since you noted it.',
  expected: 'The expected row is in the log.',
  badHash: 'a hash of 64 digits 0-9 a-f is expected, as “liasse audit verify” prints it.',
  badMoment: 'a day such as 2026-01-31, or a moment such as 2026-01-31T14:00:00Z, is expected.',
};

const FR: typeof EN = {
  columns: { seq: 'N°', at: 'Quand (UTC)', actor: 'Qui', action: 'Quoi', subject: 'Sur quoi', detail: 'Comment' },
  actions: {
    'case-opened': 'dossier ouvert',
    'case-closed': 'dossier clos',
    'case-archived': 'dossier archivé',
    'case-reopened': 'dossier rouvert',
    'files-received': 'fichiers reçus',
    'decision-made': 'décision prise',
    learned: 'appris des corrections',
    'learning-undone': 'apprentissage repris',
    'run-accepted': 'relecture acceptée',
    'run-rejected': 'relecture refusée',
    'run-rolled-back': 'relecture défaite',
    'purge-begun': 'effacement commencé',
    'purge-done': 'effacement achevé',
    'person-exported': 'données d’une personne exportées',
    'backup-made': 'sauvegarde faite',
    restored: 'repris d’une sauvegarde',
    'keys-rotated': 'clé maîtresse changée',
    'installation-set-up': 'installation faite par le premier administrateur',
    'signed-in': 'connexion',
    'sign-in-refused': 'connexion refusée',
    'signed-out': 'déconnexion',
    'sessions-revoked': 'sessions closes',
    'password-changed': 'mot de passe changé',
    'second-code-on': 'second code demandé désormais',
    'second-code-off': 'second code plus demandé',
    'api-key-made': 'clé d’API faite',
    'api-key-revoked': 'clé d’API révoquée',
    'person-invited': 'personne invitée',
    'invitation-withdrawn': 'invitation retirée',
    'person-joined': 'personne arrivée',
    'person-changed': 'personne modifiée',
    'team-made': 'équipe créée',
    'team-changed': 'équipe modifiée',
    'case-viewed': 'dossier consulté',
    'document-viewed': 'document consulté',
    'case-searched': 'recherche dans le dossier',
    'case-exported': 'export du dossier',
  },
  empty: 'Le journal est vide.',
  shown: (count) => `${count} ${count === 1 ? 'ligne' : 'lignes'}, la plus récente à la fin.`,
  broken: {
    missing: (seq) => `ROMPU avant la ligne ${seq} : des lignes qui étaient là ont disparu.`,
    changed: (seq) => `ROMPU à la ligne ${seq} : elle n’est pas ce qui a été écrit.`,
    unlinked: (seq) => `ROMPU à la ligne ${seq} : la ligne d’avant n’est pas celle qui était là.`,
  },
  whatToDo:
    'Quelqu’un a changé la base de données à l’insu de Liasse. Gardez-la telle quelle pour qui enquêtera, et comparez avec une sauvegarde (liasse restore --into AUTRE_DOSSIER).',
  whole: (rows) =>
    `${rows} ${rows === 1 ? 'ligne est telle qu’elle a été écrite' : 'lignes sont telles qu’elles ont été écrites'}, aucune ne manque.`,
  head: (hash) =>
    `Tête : ${hash}\nGardez cette ligne ailleurs (sur papier, dans un courriel à vous-même). Plus tard, « liasse audit verify --expect ${hash.slice(0, 8)}… », avec le tout, prouve que rien jusqu’ici n’a été coupé ni réécrit.`,
  headFile: (path) =>
    `La ligne notée dans ${path} n’est pas dans le journal : il a été coupé ou réécrit depuis. Si vous avez repris une sauvegarde, ou utilisé ce dossier avec une autre base, supprimez ce fichier.`,
  headFileUnreadable: (path) =>
    `${path} a été changé ou abîmé et ne dit plus rien. Comparez avec une tête gardée ailleurs (--expect), puis supprimez ce fichier.`,
  notExpected:
    'Aucune ligne du journal n’a l’empreinte attendue : il a été coupé ou réécrit depuis que vous l’avez notée.',
  expected: 'La ligne attendue est dans le journal.',
  badHash: 'une empreinte de 64 signes 0-9 a-f est attendue, comme « liasse audit verify » l’imprime.',
  badMoment: 'un jour comme 2026-01-31, ou un moment comme 2026-01-31T14:00:00Z, est attendu.',
};

/** What `liasse audit` says. */
export const AUDIT_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
