import type { FilePart, RefusedPart } from '#ports/file-opener.ts';

/** How the text of a message ends up called beside its attachments. */
const BODY = /!\/message\.txt$/;

/**
 * Leaves out the text of a message that came with attachments and says nothing itself: only what it answers to, a signature, or a telephone's
 * advertisement. A single word of its own keeps it: it may be what matters.
 */
export async function* keepOwnWords(
  parts: AsyncIterable<FilePart | RefusedPart>,
): AsyncGenerator<FilePart | RefusedPart> {
  let body: FilePart | undefined;
  let isFirst = true;
  for await (const part of parts) {
    if (isFirst && !('failure' in part) && BODY.test(part.name)) body = part;
    else {
      // The message itself comes last: before it, the text was all there is.
      const isAlone = part.name === body?.name.replace(BODY, '');
      if (body !== undefined && (isAlone || hasOwnWords(new TextDecoder().decode(await body.bytes())))) yield body;
      body = undefined;
      yield part;
    }
    isFirst = false;
  }
  if (body !== undefined) yield body;
}

/** The text begins after its subject, sender and date. */
export function hasOwnWords(message: string): boolean {
  const text = message.slice(message.indexOf('\n\n') + 2).split(/^-- ?\r?$/m, 1)[0] ?? '';
  return text
    .split(/\r?\n/)
    .filter((line) => !/^\s*>/.test(line) && !ADDED_BY_PROGRAMS.test(line))
    .some((line) => /\p{L}/u.test(line));
}

/** What telephones and web mail write under every message. */
const ADDED_BY_PROGRAMS =
  /^\s*(envoyé de(puis)? (mon|ma|l[’']application|yahoo|outlook)|sent from (my|yahoo|outlook|mail)|get outlook for|télécharger outlook|obtenir outlook|provenance : courrier)\b/i;
