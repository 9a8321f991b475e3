/** What `liasse worker`, `liasse queue` and `liasse retry` say, in English. */
export const QUEUE_EN = {
  working: (concurrency: number): string =>
    `Working, ${concurrency} at the same time. Ctrl-C finishes what is under way; twice ends at once.`,
  isPaused: 'Work is paused: nothing is begun until “liasse queue resume”.',
  finishing: 'Finishing what is under way; once more to end at once.',
  trouble: (sentence: string): string => `${sentence} Liasse goes on by itself.`,
  putAside: (id: string, sentence: string): string => `Put aside: ${id}. ${sentence}`,
  worked: (done: number, dead: number): string =>
    `${done} ${done === 1 ? 'piece' : 'pieces'} of work done${dead === 0 ? '.' : `, ${dead} put aside: “liasse queue” shows why.`}`,
  classes: { live: 'for advisers', archive: 'archives' },
  columns: { who: 'Work', ready: 'Waiting', running: 'Under way', later: 'Put off', dead: 'Put aside' },
  deadColumns: { id: 'Id', about: 'About', tries: 'Tries', at: 'Since', why: 'Why' },
  kinds: {
    file: (name: string): string => `file ${name}`,
    case: (name: string): string => `case ${name}`,
    run: (_name: string): string => 'reprocessing',
    translation: (_name: string): string => 'upload of a translator',
  },
  gone: '(gone)',
  moreDead: (count: number): string => `… and ${count} more.`,
  retryHint: 'Once the cause is mended: “liasse retry” for all, “liasse retry ID…” for some.',
  nothing: 'Nothing is kept here yet.',
  paused: 'Paused. What is under way is finished; nothing more is begun until “liasse queue resume”.',
  resumed: 'Work goes on.',
  redisAway: 'Redis does not answer; workers take it from the database.',
  retried: (count: number): string =>
    count === 0
      ? 'Nothing was put aside.'
      : `${count} ${count === 1 ? 'piece' : 'pieces'} of work ${count === 1 ? 'waits' : 'wait'} again.`,
};

/** The same in French. */
export const QUEUE_FR: typeof QUEUE_EN = {
  working: (concurrency) =>
    `Au travail, ${concurrency} à la fois. Ctrl-C finit ce qui est en cours ; deux fois arrête tout de suite.`,
  isPaused: 'Le travail est en pause : rien ne commence avant « liasse queue resume ».',
  finishing: 'Ce qui est en cours se finit ; encore une fois pour arrêter tout de suite.',
  trouble: (sentence) => `${sentence} Liasse continue de lui-même.`,
  putAside: (id, sentence) => `Mis de côté : ${id}. ${sentence}`,
  worked: (done, dead) =>
    `${done} ${done > 1 ? 'travaux faits' : 'travail fait'}${dead === 0 ? '.' : `, ${dead} mis de côté : « liasse queue » dit pourquoi.`}`,
  classes: { live: 'pour les conseillers', archive: 'archives' },
  columns: { who: 'Travaux', ready: 'En attente', running: 'En cours', later: 'Reportés', dead: 'Mis de côté' },
  deadColumns: { id: 'N°', about: 'Sujet', tries: 'Essais', at: 'Depuis', why: 'Pourquoi' },
  kinds: {
    file: (name) => `fichier ${name}`,
    case: (name) => `dossier ${name}`,
    run: () => 'réexamen',
    translation: () => 'dépôt d’un traducteur',
  },
  gone: '(effacé)',
  moreDead: (count) => `… et ${count} de plus.`,
  retryHint: 'Une fois la cause réparée : « liasse retry » pour tous, « liasse retry N°… » pour certains.',
  nothing: 'Rien n’est encore gardé ici.',
  paused: 'En pause. Ce qui est en cours se finit ; rien d’autre ne commence avant « liasse queue resume ».',
  resumed: 'Le travail continue.',
  redisAway: 'Redis ne répond pas ; les travailleurs l’apprennent de la base de données.',
  retried: (count) =>
    count === 0
      ? 'Rien n’était mis de côté.'
      : `${count} ${count > 1 ? 'travaux attendent' : 'travail attend'} de nouveau.`,
};
