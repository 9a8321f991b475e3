import { createHash } from 'node:crypto';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';

/** Receives so many short letters, each another text, into a case; their ids in the order of receipt. */
export async function receiveLetters(keeping: Keeping, count: number, caseName = 'test'): Promise<string[]> {
  async function* parts() {
    for (let number = 1; number <= count; number += 1) {
      const content = Buffer.from(letter(number));
      const sha256 = createHash('sha256').update(content).digest('hex');
      yield {
        ...{ name: `letter-${number}.txt`, sha256, mediaType: 'text/plain', sizeBytes: content.length },
        bytes: () => Promise.resolve(content),
      };
    }
  }
  const receipts = createReception(keeping).receive(parts(), { caseName, via: 'upload', asOf: '2026-11-23' });
  return (await Array.fromAsync(receipts)).map(({ fileId }) => fileId);
}

function letter(number: number): string {
  return `Association Les Rives
4 quai du Port, 13002 Marseille

ATTESTATION D'HÉBERGEMENT

Je soussignée, directrice du centre, atteste que la personne de la chambre ${number} est hébergée dans notre centre depuis le 3 mars 2024.

Fait à Marseille, le 9 avril 2026
`;
}
