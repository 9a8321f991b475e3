import type { MasterKeyStatus } from './master-key-status.ts';

/** What may lose everything that is kept, or already keeps it from being read. */
export type MasterKeyWarning =
  /** The data need a master key and there is none. */
  | 'missing'
  /** The data need another master key than the one that is there. */
  | 'wrong'
  /** Some keys are wrapped by a master key that is not there. */
  | 'some-missing'
  /** The only known copy of the key lies beside what it protects: whatever takes the one takes the other. */
  | 'only-copy-beside-data'
  /** No copy of the key is known. */
  | 'no-copy'
  /** All known copies lie in Liasse's home, beside the data. */
  | 'copies-beside-data'
  /** All known copies lie on the disk of the data. */
  | 'copies-on-same-disk'
  | 'readable-by-others'
  /** A change of keys was interrupted: nothing is lost, and it is to be finished. */
  | 'change-unfinished'
  /** Keys are wrapped by an older master key, whose file is still needed. */
  | 'old-key-needed';

/** Warnings about the master key, the gravest first; none when all is well, or when there is no key yet and nothing is kept. */
export function masterKeyWarnings(status: MasterKeyStatus): MasterKeyWarning[] {
  const { source, fingerprint, needed, neededFoundAt, others, isChangeUnfinished } = status;
  if (needed !== null && fingerprint !== needed && neededFoundAt === null)
    return [source === null ? 'missing' : 'wrong'];
  const warnings: MasterKeyWarning[] = [];
  if (others.some(({ isAtHand }) => !isAtHand)) warnings.push('some-missing');
  if (source !== null) warnings.push(...copyWarnings(status));
  if (status.isReadableByOthers) warnings.push('readable-by-others');
  if (isChangeUnfinished) warnings.push('change-unfinished');
  else if (others.some(({ isAtHand }) => isAtHand) || neededFoundAt !== null) warnings.push('old-key-needed');
  return warnings;
}

/** Whether a warning means that nothing, or not everything, can be read right now. */
export function isFatal(warning: MasterKeyWarning): boolean {
  return warning === 'missing' || warning === 'wrong' || warning === 'some-missing';
}

function copyWarnings({ copies, isBesideData }: MasterKeyStatus): MasterKeyWarning[] {
  if (copies.length === 0) return [isBesideData ? 'only-copy-beside-data' : 'no-copy'];
  // A key that lies elsewhere than the data is itself a copy elsewhere.
  if (!isBesideData) return [];
  if (copies.every((copy) => copy.isBesideData)) return ['copies-beside-data'];
  return copies.every((copy) => copy.isOnSameDisk) ? ['copies-on-same-disk'] : [];
}
