import type { OutputLanguage } from './messages.ts';

const EN = {
  steps: {
    write: 'Writing',
    check: 'Checking',
    anew: 'A restore was interrupted here. It is begun anew.',
    load: 'Restoring',
    verify: 'Verifying log, ledger and originals …',
  },
  made: (path: string): string => `Backup: ${path}`,
  holds: (rows: number, blobs: number, size: string): string =>
    `${rows} rows, ${blobs} files (originals and readings), ${size}; read back and found whole.`,
  linked: (count: number): string => `${count} of them lay in the backup before already and take no room.`,
  missing: (count: number): string =>
    `BUT ${count} ${count === 1 ? 'original is' : 'originals are'} not where Liasse kept ${count === 1 ? 'it' : 'them'} and could not be backed up: liasse verify`,
  key: (
    fingerprint: string,
  ): string => `THE MASTER KEY IS NOT IN IT. Without the key ${fingerprint} nobody can read this backup, ever.
Keep a copy of it in another place (liasse keys backup /path/of/a/usb-stick); “liasse keys” says what copies are known.`,
  inClear: 'Names of cases, and who did what when, are readable in it: keep it like the papers themselves.',
  whole: (madeAt: string, id: string): string => `This backup of ${madeAt} is whole (${id}).`,
  needsKey: (fingerprint: string): string => `It needs the master key ${fingerprint}.`,
  sayWhere: 'Say where: a file such as /media/usb/liasse.tar, or a folder for many backups.',
  restored: (madeAt: string): string => `Restored: all is as it was at ${madeAt}.`,
  restoredCounts: (cases: number, originals: number): string =>
    `${cases} ${cases === 1 ? 'case' : 'cases'}; ${originals} originals were opened and compared with their hashes.`,
  badOriginals: (count: number): string =>
    `${count} ${count === 1 ? 'original was' : 'originals were'} missing or damaged when the backup was made: liasse verify`,
  badNames: 'Names of files were damaged when the backup was made, and nothing could be verified: liasse verify',
  ledgerProblems: (count: number): string =>
    `${count} ${count === 1 ? 'entry' : 'entries'} of the ledger did not agree with what was kept: liasse ledger`,
  brokenLog: 'The audit log was changed before the backup was made: liasse audit verify',
  purgedSince:
    'What was purged since then is back. For every certificate that is younger: liasse purge check CERT.json, then liasse purge --again CERT.json',
  keyPlaced: (path: string): string => `The master key was put into its place: ${path}`,
};

const FR: typeof EN = {
  steps: {
    write: 'Écriture',
    check: 'Vérification',
    anew: 'Une reprise a été interrompue ici. Elle recommence du début.',
    load: 'Reprise',
    verify: 'Vérification du journal, du registre et des originaux …',
  },
  made: (path) => `Sauvegarde : ${path}`,
  holds: (rows, blobs, size) =>
    `${rows} lignes, ${blobs} fichiers (originaux et lectures), ${size} ; relue et trouvée entière.`,
  linked: (count) => `${count} d’entre eux étaient déjà dans la sauvegarde précédente et ne prennent pas de place.`,
  missing: (count) =>
    `MAIS ${count} ${count === 1 ? 'original n’est' : 'originaux ne sont'} plus là où Liasse ${count === 1 ? 'l’a gardé' : 'les a gardés'} et n’ont pas pu être sauvegardés : liasse verify`,
  key: (
    fingerprint,
  ) => `LA CLÉ MAÎTRESSE N’Y EST PAS. Sans la clé ${fingerprint}, personne ne pourra jamais lire cette sauvegarde.
Gardez-en une copie ailleurs (liasse keys backup /chemin/de/la/clé-usb) ; « liasse keys » dit quelles copies sont connues.`,
  inClear:
    'Les noms des dossiers, et qui a fait quoi et quand, y sont lisibles : gardez-la comme les documents eux-mêmes.',
  whole: (madeAt, id) => `Cette sauvegarde du ${madeAt} est entière (${id}).`,
  needsKey: (fingerprint) => `Elle demande la clé maîtresse ${fingerprint}.`,
  sayWhere: 'Dites où : un fichier comme /media/usb/liasse.tar, ou un dossier pour plusieurs sauvegardes.',
  restored: (madeAt) => `Repris : tout est comme le ${madeAt}.`,
  restoredCounts: (cases, originals) =>
    `${cases} ${cases === 1 ? 'dossier' : 'dossiers'} ; ${originals} originaux ont été ouverts et comparés à leurs empreintes.`,
  badOriginals: (count) =>
    `${count} ${count === 1 ? 'original manquait ou était abîmé' : 'originaux manquaient ou étaient abîmés'} quand la sauvegarde a été faite : liasse verify`,
  badNames:
    'Des noms de fichiers étaient abîmés quand la sauvegarde a été faite, et rien n’a pu être vérifié : liasse verify',
  ledgerProblems: (count) =>
    `${count} ${count === 1 ? 'ligne' : 'lignes'} du registre ne concordaient pas avec ce qui était gardé : liasse ledger`,
  brokenLog: 'Le journal avait été changé avant que la sauvegarde soit faite : liasse audit verify',
  purgedSince:
    'Ce qui a été effacé depuis est revenu. Pour chaque certificat plus récent : liasse purge check CERT.json, puis liasse purge --again CERT.json',
  keyPlaced: (path) => `La clé maîtresse a été mise à sa place : ${path}`,
};

/** What `liasse backup` and `liasse restore` say. */
export const BACKUP_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };

const STEP_BYTES = 50_000_000;
const UNITS = { en: { megabyte: 'MB', comma: '.' }, fr: { megabyte: 'Mo', comma: ',' } } as const;

/** Megabytes as a person reads them. */
export function sizeText(bytes: number, language: OutputLanguage): string {
  const { megabyte, comma } = UNITS[language];
  return `${(bytes / 1_000_000).toFixed(1).replace('.', comma)} ${megabyte}`;
}

/** Shows on standard error how many bytes a step has done; on a terminal as it goes, else every 50 MB. */
export function createByteProgress(language: OutputLanguage): (step: string, bytes: number) => void {
  let [current, done, shown] = ['', 0, 0];
  return (step, bytes) => {
    if (step !== current) [current, done, shown] = [step, 0, 0];
    done += bytes;
    if (done - shown < (process.stderr.isTTY ? STEP_BYTES / 50 : STEP_BYTES)) return;
    shown = done;
    const line = `${step}: ${sizeText(done, language)}`;
    process.stderr.write(process.stderr.isTTY ? `\r${line} ` : `${line}\n`);
  };
}
