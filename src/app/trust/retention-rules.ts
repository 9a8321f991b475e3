import { createRetentionFile, type RetentionFile } from '#adapters/retention-file/create-retention-file.ts';
import { liasseHome } from '../config.ts';

/** The rules of this installation. */
export function retentionFile(home = liasseHome()): RetentionFile {
  return createRetentionFile(home);
}
