const PART = /^[a-z0-9._-]+$/;

/** The parts of a blob's name. Throws when it is none, such as one that leads out of the store. */
export function checkBlobName(name: string): string[] {
  const parts = name.split('/');
  if (!parts.every(isPart)) throw new Error('not a name of a blob');
  return parts;
}

/** The whole parts of what a blob's name begins with. Throws when no name begins so. */
export function checkBlobPrefix(prefix: string): string[] {
  const parts = prefix.split('/');
  const last = parts.pop() ?? '';
  if (!parts.every(isPart) || !(last === '' || PART.test(last))) throw new Error('no name of a blob begins so');
  return parts;
}

function isPart(part: string): boolean {
  return PART.test(part) && part !== '.' && part !== '..';
}
