import type { Bilingual } from '#domain/findings.ts';

/** An amount of memory or disk, as people say it. */
export function gigabytes(bytes: number, language: keyof Bilingual): string {
  const figure = (bytes / 1e9).toFixed(1);
  return language === 'fr' ? `${figure.replace('.', ',')} Go` : `${figure} GB`;
}
