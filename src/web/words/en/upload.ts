import type { Counterpart } from '../counterpart.ts';
import type { upload as french } from '../fr/upload.ts';

export const upload = {
  title: 'Add documents',
} satisfies Counterpart<typeof french>;
