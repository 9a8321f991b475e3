import { open } from 'node:fs/promises';
import koffi from 'koffi';

/** flock(2): exclusive, without waiting. */
const EXCLUSIVE_NOW = 2 | 4;

/**
 * Takes a lock that ends with this process, however it ends: the function that gives it back, or undefined when another process has it.
 */
export async function takeLock(path: string): Promise<(() => Promise<void>) | undefined> {
  const file = await open(path, 'a', 0o600);
  const flock = koffi.load(null).func('int flock(int fd, int operation)');
  if (flock(file.fd, EXCLUSIVE_NOW) === 0) return () => file.close();
  await file.close();
  return undefined;
}
