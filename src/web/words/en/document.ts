import type { Counterpart } from '../counterpart.ts';
import type { document as french } from '../fr/document.ts';

export const document = {
  title: 'Document',
} satisfies Counterpart<typeof french>;
