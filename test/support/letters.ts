/** A dated letter on headed paper. */
export function datedLetter(mark = ''): string {
  return `Association Les Rives
4 quai du Port, 13002 Marseille

ATTESTATION D'HÉBERGEMENT

Je soussignée, directrice du centre, atteste que Madame K. est hébergée dans notre centre. ${mark}

Fait à Marseille, le 9 avril 2026
`;
}

/** The same without a date. */
export function undatedLetter(mark = ''): string {
  return datedLetter(mark).replace(/Fait .*\n/, '');
}

/** A text that fills so many pages; its first word and its last stand there only. */
export function longStory(pages: number): string {
  const lines = Array.from({ length: pages * 50 - 10 }, (_, at) => `Ligne ${at} du récit que la personne fait.`);
  return ['Prologue', ...lines, 'Dénouement'].join('\n');
}
