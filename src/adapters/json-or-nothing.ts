/** What a JSON text says; undefined when it is none: a disk or a crash may have damaged it. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
