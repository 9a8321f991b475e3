import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import type { Limits } from '#domain/limits.ts';
import type { FileSource } from '#ports/file-opener.ts';

/** Finds the files below paths, archives and e-mails opened, and reads none. Close it, or its threads keep the process alive. */
export function createIntakeSource(limits: Limits): FileSource & { close(): Promise<void> } {
  const access = createFileAccess({ limits, passwords: [] });
  return { ...createFileSource(limits, access), close: () => access.stop() };
}
