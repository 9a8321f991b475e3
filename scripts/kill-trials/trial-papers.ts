import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder of trial papers holds. */
export interface TrialPapers {
  readonly folder: string;
  /** Files that give one result each. */
  readonly readable: number;
  /** Files that nobody can read. */
  readonly refused: number;
}

const HEADS = [
  'Association Les Rives',
  'Hôpital Nord',
  'Commissariat de Lille',
  'Mairie de Bagnolet',
  'SARL Nettoyage Plus',
];
const KINDS = [
  'ATTESTATION D’HÉBERGEMENT\n\nJe soussignée, directrice du centre, atteste que Madame K. est hébergée dans notre centre.',
  'CERTIFICAT MÉDICAL\n\nJe soussigné, docteur en médecine, certifie avoir examiné Monsieur D. et prescrit un traitement.',
  'BULLETIN DE PAIE\n\nSalaire brut 1 801,80 €\nNet à payer 1 426,30 €',
  'PROCÈS-VERBAL DE PLAINTE\n\nDevant nous, gardien de la paix, comparaît la personne qui dépose plainte.',
];

/** Writes small papers that are read at once, some of them twice under two names, and a few that nobody can read. */
export async function writeTrialPapers(folder: string, count: number): Promise<TrialPapers> {
  await mkdir(folder, { recursive: true });
  let refused = 0;
  for (let index = 0; index < count; index += 1) {
    const name = join(folder, `paper-${String(index).padStart(4, '0')}`);
    if (index % 40 === 39) {
      refused += 1;
      await writeFile(`${name}.bin`, Buffer.from([0, 1, 2, 3, index & 255, 5, 6, 7]));
      continue;
    }
    // Every twentieth is the paper before it, under another name.
    const of = index % 20 === 19 ? index - 1 : index;
    const [head, kind] = [HEADS[of % HEADS.length], KINDS[of % KINDS.length]];
    await writeFile(
      `${name}.txt`,
      `${head}\n\n${kind}\n\nDossier n° ${of}\n\nFait à Lyon, le ${(of % 27) + 1} mars 2026\n`,
    );
  }
  return { folder, readable: count - refused, refused };
}
