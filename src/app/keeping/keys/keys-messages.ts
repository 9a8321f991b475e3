import type { MasterKeyWarning } from './master-key-warnings.ts';

const WARNINGS_EN: Readonly<Record<MasterKeyWarning, string>> = {
  missing:
    'The master key is not there, and without it nothing that is kept can be read. Do not make a new one: put the file back in its place, from your copy. “liasse keys check FILE” says whether a file is the right one.',
  wrong:
    'The master key is not the one these data were kept with: nothing can be read. Put back the one whose fingerprint is needed. “liasse keys check FILE” says whether a file is the right one.',
  'some-missing':
    'Some of what is kept needs an older master key that is not there. Put its file back (….old, or LIASSE_PREVIOUS_MASTER_KEY_FILE), then run: liasse keys rotate',
  'only-copy-beside-data':
    'The only copy of the master key lies beside the data it protects. If this disk is lost, broken or stolen, everything is lost, even with a backup of the data. Copy the key elsewhere now: liasse keys backup /path/of/a/usb-stick',
  'no-copy':
    'Liasse knows of no copy of the master key. If it is lost, everything is lost. Copy it: liasse keys backup FILE; or show Liasse the copy you have: liasse keys check FILE',
  'copies-beside-data':
    'Every known copy of the master key lies in Liasse’s own folder, beside the data. Whatever takes the one takes the other. Copy it elsewhere: liasse keys backup /path/of/a/usb-stick',
  'copies-on-same-disk':
    'Every known copy of the master key lies on the same disk as the data. If that disk breaks, everything is lost. Copy it to a USB stick or another machine: liasse keys backup /path/of/a/usb-stick',
  'readable-by-others':
    'Other users of this machine can read the master key. Forbid it: chmod 400, on the file named above.',
  'change-unfinished': 'A change of the master key was interrupted. Nothing is lost. Finish it: liasse keys rotate',
  'old-key-needed':
    'Some keys are still wrapped by an older master key: keep it. To wrap them by the new one: liasse keys rotate',
};

/** What `liasse keys` says, in English. */
export const KEYS_EN = {
  labels: {
    key: 'Master key',
    fingerprint: 'Fingerprint',
    needed: 'Needed',
    protects: 'Protects',
    copies: 'Copies',
    old: 'Old keys',
  },
  sources: {
    home: (path: string): string => `${path} (made by Liasse)`,
    file: (path: string): string => `${path} (LIASSE_MASTER_KEY_FILE)`,
    environment: 'given by LIASSE_MASTER_KEY',
  },
  notFound: (place: string): string => `not found; looked for in ${place}`,
  notYet: (place: string): string => `none yet; it is made when Liasse first keeps something, in ${place}`,
  neededFound: (fingerprint: string, path: string): string => `${fingerprint}, found in ${path}`,
  keyCount: (count: number): string => `${count} key${count === 1 ? '' : 's'} of files and cases`,
  others: (count: number, fingerprint: string): string => `${count} more wrapped by ${fingerprint}`,
  noCopies: 'none known',
  oldKey: (path: string): string =>
    `${path} (no longer needed, but by backups of the data from before the change; remove it once there are none)`,
  warning: 'WARNING',
  warnings: WARNINGS_EN,
  made: (path: string): string => `Liasse has made the master key of this installation: ${path}
Everything that Liasse keeps is encrypted with it. IF THIS FILE IS LOST, EVERYTHING IS LOST: nobody can bring it back.
Make a copy now, on a USB stick or where you keep your passwords, not only on this machine:
  liasse keys backup /path/of/a/usb-stick`,
  backedUp: (path: string, fingerprint: string): string =>
    `Copied to ${path}, read back and found the same (${fingerprint}).\nKeep it where whoever takes this machine does not find it, and where you find it in ten years.`,
  answers: {
    right: (fingerprint: string): string => `Yes: this is the master key of these data (${fingerprint}).`,
    old: (fingerprint: string, needed: string): string =>
      `Not any more: this is an older master key (${fingerprint}); it still wraps some keys. In use now: ${needed}.`,
    wrong: (fingerprint: string, needed: string): string =>
      `No: this is another master key (${fingerprint}). These data need ${needed}.`,
    unused: (fingerprint: string): string =>
      `This is a master key (${fingerprint}), but nothing is kept here yet and no key is set up.`,
  },
  steps: {
    newKey: (fingerprint: string, path: string | null): string =>
      path === null ? `New master key: ${fingerprint}` : `New master key: ${fingerprint}, in ${path}`,
    wrapped: (count: number): string => `${count} key${count === 1 ? '' : 's'} wrapped anew; no file was touched.`,
    oldKept: (path: string): string =>
      `The old master key is kept in ${path}. It and its copies open nothing any more but backups of the data from before now; remove them once there are none.`,
    toConfigure: (path: string): string =>
      `FROM NOW ON these data need the new key. Set LIASSE_MASTER_KEY_FILE=${path} for every Liasse, start them anew, and keep a copy of that file elsewhere.`,
  },
};

const WARNINGS_FR: typeof WARNINGS_EN = {
  missing:
    'La clé maîtresse n’est pas là, et sans elle rien de ce qui est gardé ne peut être lu. N’en faites pas une nouvelle : remettez le fichier à sa place, depuis votre copie. « liasse keys check FICHIER » dit si un fichier est le bon.',
  wrong:
    'La clé maîtresse n’est pas celle avec laquelle ces données ont été gardées : rien ne peut être lu. Remettez celle dont l’empreinte est demandée. « liasse keys check FICHIER » dit si un fichier est le bon.',
  'some-missing':
    'Une partie de ce qui est gardé demande une clé maîtresse plus ancienne, qui n’est pas là. Remettez son fichier (….old, ou LIASSE_PREVIOUS_MASTER_KEY_FILE), puis lancez : liasse keys rotate',
  'only-copy-beside-data':
    'La seule copie de la clé maîtresse est à côté des données qu’elle protège. Si ce disque est perdu, cassé ou volé, tout est perdu, même avec une sauvegarde des données. Copiez la clé ailleurs maintenant : liasse keys backup /chemin/de/la/clé-usb',
  'no-copy':
    'Liasse ne connaît aucune copie de la clé maîtresse. Si elle est perdue, tout est perdu. Copiez-la : liasse keys backup FICHIER ; ou montrez à Liasse la copie que vous avez : liasse keys check FICHIER',
  'copies-beside-data':
    'Toutes les copies connues de la clé maîtresse sont dans le dossier de Liasse, à côté des données. Ce qui emporte l’un emporte l’autre. Copiez-la ailleurs : liasse keys backup /chemin/de/la/clé-usb',
  'copies-on-same-disk':
    'Toutes les copies connues de la clé maîtresse sont sur le même disque que les données. Si ce disque casse, tout est perdu. Copiez-la sur une clé USB ou une autre machine : liasse keys backup /chemin/de/la/clé-usb',
  'readable-by-others':
    'D’autres utilisateurs de cette machine peuvent lire la clé maîtresse. Interdisez-le : chmod 400, sur le fichier nommé ci-dessus.',
  'change-unfinished':
    'Un changement de clé maîtresse a été interrompu. Rien n’est perdu. Terminez-le : liasse keys rotate',
  'old-key-needed':
    'Des clés sont encore enveloppées par une clé maîtresse plus ancienne : gardez-la. Pour les envelopper par la nouvelle : liasse keys rotate',
};

/** What `liasse keys` says, in French. */
export const KEYS_FR: typeof KEYS_EN = {
  labels: {
    key: 'Clé maîtresse',
    fingerprint: 'Empreinte',
    needed: 'Demandée',
    protects: 'Protège',
    copies: 'Copies',
    old: 'Anciennes',
  },
  sources: {
    home: (path) => `${path} (faite par Liasse)`,
    file: (path) => `${path} (LIASSE_MASTER_KEY_FILE)`,
    environment: 'donnée par LIASSE_MASTER_KEY',
  },
  notFound: (place) => `introuvable ; cherchée dans ${place}`,
  notYet: (place) =>
    `pas encore ; elle est faite quand Liasse garde quelque chose pour la première fois, dans ${place}`,
  neededFound: (fingerprint, path) => `${fingerprint}, trouvée dans ${path}`,
  keyCount: (count) => `${count} clé${count > 1 ? 's' : ''} de fichiers et de dossiers`,
  others: (count, fingerprint) => `${count} de plus enveloppée${count > 1 ? 's' : ''} par ${fingerprint}`,
  noCopies: 'aucune connue',
  oldKey: (path) =>
    `${path} (ne sert plus qu’aux sauvegardes des données d’avant le changement ; supprimez-la quand il n’y en a plus)`,
  warning: 'ATTENTION',
  warnings: WARNINGS_FR,
  made: (path) => `Liasse a fait la clé maîtresse de cette installation : ${path}
Tout ce que Liasse garde est chiffré avec elle. SI CE FICHIER EST PERDU, TOUT EST PERDU : personne ne peut le refaire.
Faites une copie maintenant, sur une clé USB ou là où vous gardez vos mots de passe, pas seulement sur cette machine :
  liasse keys backup /chemin/de/la/clé-usb`,
  backedUp: (path, fingerprint) =>
    `Copiée dans ${path}, relue et trouvée identique (${fingerprint}).\nGardez-la là où qui prend cette machine ne la trouve pas, et où vous la retrouverez dans dix ans.`,
  answers: {
    right: (fingerprint) => `Oui : c’est la clé maîtresse de ces données (${fingerprint}).`,
    old: (fingerprint, needed) =>
      `Plus maintenant : c’est une ancienne clé maîtresse (${fingerprint}) ; elle enveloppe encore des clés. En usage : ${needed}.`,
    wrong: (fingerprint, needed) =>
      `Non : c’est une autre clé maîtresse (${fingerprint}). Ces données demandent ${needed}.`,
    unused: (fingerprint) =>
      `C’est une clé maîtresse (${fingerprint}), mais rien n’est encore gardé ici et aucune clé n’est en place.`,
  },
  steps: {
    newKey: (fingerprint, path) =>
      path === null
        ? `Nouvelle clé maîtresse : ${fingerprint}`
        : `Nouvelle clé maîtresse : ${fingerprint}, dans ${path}`,
    wrapped: (count) =>
      `${count} clé${count > 1 ? 's' : ''} enveloppée${count > 1 ? 's' : ''} de nouveau ; aucun fichier n’a été touché.`,
    oldKept: (path) =>
      `L’ancienne clé maîtresse est gardée dans ${path}. Elle et ses copies n’ouvrent plus que les sauvegardes des données d’avant ; supprimez-les quand il n’y en a plus.`,
    toConfigure: (path) =>
      `DÉSORMAIS ces données demandent la nouvelle clé. Mettez LIASSE_MASTER_KEY_FILE=${path} pour chaque Liasse, redémarrez-les, et gardez une copie de ce fichier ailleurs.`,
  },
};
