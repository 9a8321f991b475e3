import type { KeptFile } from '#ports/kept-files.ts';
import type { Keeping } from './open-keeping.ts';

/** An original that is not what came in. */
export interface BadOriginal {
  readonly caseName: string;
  readonly file: KeptFile;
  readonly state: 'missing' | 'damaged';
}

/** What verifying found. */
export interface Verification {
  readonly whole: number;
  readonly bad: readonly BadOriginal[];
}

/** Reads every original once, of one case or of all, and compares it with its hash. */
export async function verifyOriginals(
  keeping: Keeping,
  caseId: string | undefined,
  onChecked: (checked: number) => void,
): Promise<Verification> {
  const checked = new Map<string, 'whole' | 'missing' | 'damaged'>();
  const bad: BadOriginal[] = [];
  for await (const { caseName, file, sha256 } of keptFiles(keeping, caseId)) {
    const state = checked.get(sha256) ?? (await keeping.originals.check(sha256));
    if (!checked.has(sha256)) onChecked(checked.size + 1);
    checked.set(sha256, state);
    if (state !== 'whole') bad.push({ caseName, file, state });
  }
  return { whole: [...checked.values()].filter((state) => state === 'whole').length, bad };
}

/** The files whose originals are kept: what was rejected on arrival was not. */
async function* keptFiles({ cases, files }: Keeping, caseId: string | undefined) {
  for (const { id, name: caseName } of await cases.all()) {
    if (caseId !== undefined && id !== caseId) continue;
    for (const file of await files.ofCase(id)) {
      const { sha256, mediaType } = file;
      if (sha256 !== null && mediaType !== null) yield { caseName, file, sha256 };
    }
  }
}
