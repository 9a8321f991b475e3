import type { OutputLanguage } from './messages.ts';

const EN = {
  listening: (url: string): string => `Liasse is at ${url}`,
  setup: (link: string): string =>
    `There is no administrator yet. Open this link within a day to become it; it works once:\n  ${link}`,
  working: (concurrency: number): string =>
    `Papers are read here too, ${concurrency} ${concurrency === 1 ? 'file' : 'files'} at a time.`,
  notWorking: 'Papers are not read here: start “liasse worker” on this machine or on others.',
  openToAll:
    'Whoever reaches this address over the network reads what you type. Put a proxy with TLS before it, and give its address with --public-url.',
  finishing: 'No more is answered; finishing what is under way. Once more to end at once.',
  badUrl: 'an address such as https://liasse.example.org is expected, without anything behind the name.',
  badPort: 'a port from 0 to 65535 is expected.',
};

const FR: typeof EN = {
  listening: (url) => `Liasse est à l’adresse ${url}`,
  setup: (link) =>
    `Il n’y a pas encore d’administrateur. Ouvrez ce lien dans la journée pour le devenir ; il sert une fois :\n  ${link}`,
  working: (concurrency) =>
    `Les documents sont lus ici aussi, ${concurrency} ${concurrency > 1 ? 'fichiers' : 'fichier'} à la fois.`,
  notWorking: 'Les documents ne sont pas lus ici : lancez « liasse worker » sur cette machine ou sur d’autres.',
  openToAll:
    'Qui atteint cette adresse par le réseau lit ce que vous tapez. Mettez devant elle un serveur mandataire avec TLS, et donnez son adresse avec --public-url.',
  finishing: 'Plus rien n’est répondu ; ce qui est en cours se finit. Encore une fois pour arrêter tout de suite.',
  badUrl: 'une adresse comme https://liasse.exemple.fr est attendue, sans rien derrière le nom.',
  badPort: 'un port de 0 à 65535 est attendu.',
};

/** What `liasse serve` says. */
export const SERVE_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { en: EN, fr: FR };
