import { isAddressLine } from '#text/identifiers/find-identifiers.ts';
import type { HeadLine } from './head-lines.ts';
import type { IssuerWords } from './issuer-words.ts';

/** The line of a head that names the issuer. */
export interface Issuer {
  readonly head: HeadLine;
  readonly kind: string | null;
  readonly confidence: number;
}

/** Columns further right than this hold the recipient on French letters. */
const RECIPIENT_COLUMN = 0.48;

/**
 * The issuer among the head lines: the first that names a body and is neither an umbrella above it nor a part of it; else the first line that
 * is nobody's address, when it stands like a name; else the umbrella itself. Undefined when the head names nobody.
 */
export function chooseIssuer(head: readonly HeadLine[], words: IssuerWords): Issuer | undefined {
  const lines = withoutRecipient(head, words).filter(
    ({ folded, text }) => !words.isSupporter(folded) && !isDetail(text),
  );
  const named = lines.map(
    (line): NamedLine => ({
      line,
      kind: words.kindOf(line.folded),
      isUmbrella: words.isUmbrella(line.folded),
      isName: isName(line, words),
    }),
  );
  const body = named.find(
    ({ line, kind, isUmbrella }) => kind !== null && !isUmbrella && !words.isSection(line.folded),
  );
  const plain = plainName(named, body);
  if (plain !== undefined) return plain;
  if (body !== undefined) return { head: body.line, kind: body.kind, confidence: 0.9 };
  const umbrellas = named.filter(({ isUmbrella }) => isUmbrella);
  const umbrella = umbrellas.filter(({ kind }) => kind !== null).at(-1) ?? umbrellas[0];
  if (umbrella !== undefined)
    return bodyBelow(named, umbrella) ?? { head: umbrella.line, kind: umbrella.kind, confidence: 0.7 };
  const [first] = named;
  return first?.isName && first.line.standing > 0.3 ? { head: first.line, kind: null, confidence: 0.5 } : undefined;
}

interface NamedLine {
  readonly line: HeadLine;
  readonly kind: string | null;
  readonly isUmbrella: boolean;
  readonly isName: boolean;
}

/** How far below its umbrella a body is still named, share of the page. */
const BELOW_UMBRELLA = 0.06;

/** Under a ministry or a state stands the body that wrote, even when its line begins like a section or uses no known word; a word of a kind wins. */
function bodyBelow(named: readonly NamedLine[], umbrella: NamedLine): Issuer | undefined {
  const [left, top] = umbrella.line.line.box;
  const below = named.filter(({ line, isUmbrella }) => {
    const drop = line.line.box[1] - top;
    return (
      !isUmbrella &&
      drop > 0 &&
      drop < BELOW_UMBRELLA &&
      left < RECIPIENT_COLUMN === line.line.box[0] < RECIPIENT_COLUMN
    );
  });
  const known = below.find(({ kind }) => kind !== null);
  if (known !== undefined) return { head: known.line, kind: known.kind, confidence: 0.7 };
  // A line with a number and no known word is a reference, not a name.
  const plain = below.find(({ isName, line }) => isName && !/\p{N}/u.test(line.text));
  return plain === undefined ? undefined : { head: plain.line, kind: umbrella.kind, confidence: 0.5 };
}

/** A plain first line in large letters shortly above the body's line is the name of a firm or an association; the body's word only says what it is. */
function plainName([first]: readonly NamedLine[], body: NamedLine | undefined): Issuer | undefined {
  if (first === undefined || first === body || first.kind !== null || first.isUmbrella || !first.isName)
    return undefined;
  if (body === undefined)
    return first.line.standing > 0.5 ? { head: first.line, kind: null, confidence: 0.6 } : undefined;
  const isClose = body.line.line.box[1] - first.line.line.box[1] < 0.08;
  return isClose ? { head: first.line, kind: body.kind, confidence: 0.75 } : undefined;
}

/** The lines before and beside the block that begins with a recipient's title. */
function withoutRecipient(head: readonly HeadLine[], words: IssuerWords): HeadLine[] {
  const kept: HeadLine[] = [];
  let block: HeadLine | undefined;
  for (const line of head) {
    if (words.isRecipient(line.folded)) {
      block = line;
      continue;
    }
    const isBelowRecipient =
      block !== undefined &&
      line.line.box[1] >= block.line.box[1] &&
      Math.abs(line.line.box[0] - block.line.box[0]) < 0.12;
    const isInColumn =
      block !== undefined && line.line.box[0] > RECIPIENT_COLUMN && line.line.box[1] > block.line.box[1];
    if (!isBelowRecipient && !isInColumn) kept.push(line);
  }
  return kept;
}

/** A line of contact details, numbers or a date: it belongs to an issuer but does not name one. */
function isDetail(text: string): boolean {
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return isAddressLine(text) || digits > letters || /@|www\.|https?:|^t[ée]l|^fax|^siret|^ref|^n°|^le \d/i.test(text);
}

function isName({ text, folded }: HeadLine, words: IssuerWords): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters >= 4 &&
    text.split(/\s+/).length <= 8 &&
    !words.isSection(folded) &&
    !words.isRecipient(folded) &&
    !/[:;]/.test(text) &&
    !/,\s*le\b/i.test(text)
  );
}
