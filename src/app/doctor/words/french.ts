import { KEYS_FR } from '../../keeping/keys/keys-messages.ts';
import type { DoctorWords } from './doctor-words.ts';
import { gigabytes } from './gigabytes.ts';

const size = (bytes: number): string => gigabytes(bytes, 'fr');

/** What the doctor says in French. */
export const FRENCH: DoctorWords = {
  states: { ok: 'bon', warning: 'à voir', broken: 'en panne' },
  checks: {
    settings: 'Réglages',
    node: 'Node',
    models: 'Modèles de lecture',
    engine: 'Moteur de lecture',
    pipelines: 'Pipelines',
    home: 'Dossier de Liasse',
    'disk-home': 'Disque de ce dossier',
    'disk-temp': 'Disque des brouillons',
    memory: 'Mémoire',
    clock: 'Horloge',
    key: 'Clé maîtresse',
    database: 'Base de données',
    blobs: 'Originaux',
    redis: 'Redis',
    stores: 'Plusieurs machines',
    work: 'Travail',
  },
  sentences: {
    'settings-good': () => 'les variables d’environnement ont pu être lues.',
    'settings-unreadable': ({ path, code }) =>
      path === ''
        ? `une variable d’environnement est inutilisable (${code}).`
        : `une variable d’environnement désigne un fichier illisible : ${path} (${code}).`,
    'node-good': ({ version }) => `${version}.`,
    'node-old': ({ version, needed }) => `${version} est trop ancien, il faut ${needed}.`,
    'models-good': ({ models, lacking }) =>
      `${models} modèles, inchangés${lacking === 0 ? '.' : ` ; ${lacking} langues n’ont pas le leur (liasse models).`}`,
    'models-spoilt': ({ packaged, added }) => `abîmés ou absents : ${[...packaged, ...added].join(', ')}.`,
    'engine-native': ({ version }) => `Tesseract ${version} de cette machine.`,
    'engine-js': ({ version }) =>
      `tesseract.js ${version}. Avec Tesseract 5 installé, les pages se lisent en deux tiers du temps.`,
    'engine-broken': ({ code }) => `ne démarre pas (${code}).`,
    'pipelines-good': ({ pipelines }) => `${pipelines.join(', ')}.`,
    'pipelines-wrong': ({ problems }) =>
      problems.length === 0 ? 'il n’y en a aucun.' : `inutilisables : ${problems.join(' ; ')}`,
    'home-good': ({ path }) => `${path}.`,
    'home-not-yet': ({ path }) => `${path} sera créé au premier usage.`,
    'home-open': ({ path }) => `d’autres personnes de cette machine peuvent regarder dans ${path}.`,
    'home-not-writable': ({ path }) =>
      `Liasse ne peut pas écrire dans ${path}. Changez-en le propriétaire, ou choisissez-en un autre (LIASSE_HOME).`,
    'disk-good': ({ place, freeBytes }) => `${size(freeBytes)} libres à ${place}.`,
    'disk-low': ({ place, freeBytes }) =>
      `seulement ${size(freeBytes)} libres à ${place} : le prochain gros dossier risque de ne pas tenir.`,
    'disk-full': ({ place, freeBytes }) =>
      `${size(freeBytes)} libres à ${place} : le travail va s’arrêter. Faites de la place.`,
    'memory-good': ({ availableBytes, totalBytes }) => `${size(availableBytes)} disponibles sur ${size(totalBytes)}.`,
    'memory-low': ({ availableBytes, totalBytes }) =>
      `${size(availableBytes)} disponibles sur ${size(totalBytes)} : lisez une page à la fois.`,
    'memory-short': ({ availableBytes, totalBytes }) =>
      `${size(availableBytes)} disponibles sur ${size(totalBytes)} : le système peut arrêter Liasse en pleine lecture. Fermez d’autres programmes.`,
    'clock-good': ({ zone }) => `à l’heure ; les jours sont ceux de ${zone}.`,
    'clock-behind': ({ now }) =>
      `elle dit ${now.slice(0, 10)}, avant l’installation de Liasse : les documents seraient jugés à une fausse date.`,
    'clock-differs': ({ seconds }) =>
      `${Math.abs(seconds)} s ${seconds > 0 ? 'de retard' : 'd’avance'} sur celle de la base : réglez les deux, sinon du travail se fait deux fois.`,
    'zone-unknown': ({ asked }) => `TZ=${asked} n’est pas un fuseau horaire ; les jours sont comptés en UTC.`,
    'zone-not-set': () => 'les jours sont comptés en UTC : autour de minuit, les documents sont jugés à un autre jour.',
    'key-good': ({ fingerprint, copies }) => `${fingerprint}, ouvre ce qui est gardé ; ${copies} copies connues.`,
    'key-not-yet': ({ place }) =>
      `sera faite au premier usage, dans ${place}. Copiez-la alors ailleurs (liasse keys backup).`,
    'key-at-risk': ({ warning }) => KEYS_FR.warnings[warning],
    'key-lost': ({ warning }) => KEYS_FR.warnings[warning],
    'key-unreadable': ({ code }) => `son fichier est inutilisable (${code}). Remettez-le depuis votre copie.`,
    'key-unknown': () => 'ne peut pas être comparée à ce qui est gardé, car la base de données ne répond pas.',
    'database-embedded': ({ version }) => `dans le dossier de Liasse, PostgreSQL ${version}.`,
    'database-server': ({ version }) => `un serveur, PostgreSQL ${version}.`,
    'database-not-yet': ({ path }) => `sera créée dans ${path} au premier usage.`,
    'database-away': ({ code }) => `ne répond pas (${code}). Le serveur tourne-t-il, DATABASE_URL est-elle juste ?`,
    'database-refused': ({ code }) =>
      `refuse Liasse (${code}) : utilisateur, mot de passe ou nom sont faux dans DATABASE_URL.`,
    'database-in-use': ({ path }) => `un autre Liasse tient ${path} et ne répond pas. Arrêtez-le.`,
    'database-old': ({ version, needed }) =>
      `PostgreSQL ${version} est trop ancien, il faut ${needed} : passez à un serveur plus récent.`,
    'database-behind': ({ migrations }) =>
      `faite par un Liasse plus ancien ; la prochaine commande la met à jour (${migrations.join(', ')}). Sauvegardez-la d’abord.`,
    'database-newer': ({ migrations }) =>
      `un Liasse plus récent a travaillé avec elle (${migrations.join(', ')}) ; celui-ci ne le doit pas.`,
    'database-unsafe': () =>
      'n’écrit pas jusqu’au disque (fsync est désactivé) : une coupure de courant peut la détruire.',
    'blobs-good': ({ place }) => `gardés à ${place}.`,
    'blobs-not-yet': ({ place }) => `${place} sera créé au premier usage.`,
    'blobs-away': ({ place, code }) => `ne peuvent pas être gardés à ${place} (${code}).`,
    'redis-unused': () => 'pas utilisé ; la base de données distribue le travail.',
    'redis-good': ({ version }) => `${version}, garde tout ce qu’on lui confie.`,
    'redis-away': ({ code }) =>
      `ne répond pas${code === '' ? '' : ` (${code})`}. Tourne-t-il, REDIS_URL est-elle juste ?`,
    'redis-refused': ({ code }) => `refuse Liasse (${code}) : utilisateur ou mot de passe sont faux dans REDIS_URL.`,
    'redis-evicts': ({ policy }) => `oublie du travail quand sa mémoire est pleine (maxmemory-policy ${policy}).`,
    'redis-forgets': () =>
      'ne tient pas de journal sur son disque (appendonly no) : après un redémarrage, le travail en attente est distribué en retard.',
    'redis-full': ({ usedBytes, maxBytes }) =>
      `${size(usedBytes)} utilisés sur ${size(maxBytes)} : il n’acceptera bientôt plus rien.`,
    'stores-alone': () => 'une seule machine, qui a tout.',
    'stores-shared': () => 'toutes voient la même base et les mêmes originaux.',
    'stores-not-yet': () => 'le premier « liasse worker » marquera l’endroit des originaux comme celui de la base.',
    'stores-unknown': () => 'n’ont pas pu être comparées, car la base ou les originaux ne répondent pas.',
    'stores-apart': ({ missing }) =>
      missing === 'database'
        ? 'il y a un REDIS_URL mais pas de serveur de base de données que toutes voient (DATABASE_URL) : « liasse worker » refuse de démarrer.'
        : 'l’endroit des originaux n’est pas celui de la base : « liasse worker » refuse de démarrer. Toutes les machines doivent avoir le même LIASSE_BLOBS.',
    'work-good': ({ ready, running }) => `${running} en cours, ${ready} en attente, aucun échec définitif.`,
    'work-dead': ({ items, codes }) => `${items} en échec définitif (${codes.join(', ')}). Une fois la cause réparée :`,
    'work-waiting': ({ ready, minutes }) =>
      `${ready} en attente, depuis ${minutes} min déjà, et personne ne travaille.`,
    'work-unknown': () => 'n’a pas pu être compté, car la base de données ne répond pas.',
    'check-late': ({ seconds }) =>
      `pas de réponse en ${seconds} s : un disque ou le réseau est bloqué. Regardez là, puis de nouveau :`,
    'check-failed': ({ code }) => `n’a pas pu être examiné (${code}).`,
    'check-crashed': () => 'n’a pas pu être examiné : l’examen s’est effondré.',
  },
  summary: ({ ok, warning, broken }) => `${ok} bons, ${warning} à voir, ${broken} en panne.`,
};
