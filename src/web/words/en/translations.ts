import type { Counterpart } from '../counterpart.ts';
import type { translations as french } from '../fr/translations.ts';

export const translations = {
  title: 'Translations',
} satisfies Counterpart<typeof french>;
