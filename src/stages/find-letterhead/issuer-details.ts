import type { Letterhead } from '#domain/findings.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import { findEmail, findIdentifiers, findPhone, isAddressLine } from '#text/identifiers/find-identifiers.ts';
import { type HeadLine, isSameColumn } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';

/** An issuer's block does not reach further than this from its name, share of the page. */
const BLOCK = 0.16;
/** The word for what an issuer is stands at most this many lines below its name. */
const KIND_LINES = 3;

/** What is printed about an issuer beside its name: in its own block first, then in the foot and the rest of the head. */
export function issuerDetails(
  candidate: Candidate,
  lines: readonly HeadLine[],
): Pick<Letterhead, 'kind' | 'address' | 'phone' | 'email' | 'identifiers' | 'box'> {
  const own = lines.filter((line) => !line.isRecipient && isInBlock(line, candidate.line));
  const foot = lines.filter((line) => line.zone === 'foot' && !own.includes(line));
  const rest = lines.filter((line) => !line.isRecipient && !own.includes(line) && !foot.includes(line));
  const texts = [...own, ...foot, ...rest].map(({ text }) => text).join('\n');
  const near = [...own, ...foot].map(({ text }) => text).join('\n');
  return {
    kind: kindOf(candidate, own),
    address: addressOf([...own, ...foot]),
    phone: findPhone(near),
    email: findEmail(near) ?? findEmail(texts),
    identifiers: findIdentifiers(texts),
    box: unionOfBoxes([candidate.line.box, ...own.map(({ box }) => box)]) ?? null,
  };
}

function isInBlock(line: HeadLine, name: HeadLine): boolean {
  if (line === name) return true;
  return line.zone === name.zone && isSameColumn(line, name) && Math.abs(line.box[1] - name.box[1]) < BLOCK;
}

/** The kind in the name itself, else the nearest below it: a firm's name says less than the line about its trade. */
function kindOf({ traits, line }: Candidate, own: readonly HeadLine[]): string | null {
  if (traits.kind !== null) return traits.kind;
  const below = own.filter(({ box }) => box[1] > line.box[1]).slice(0, KIND_LINES);
  return below.find((one) => one.traits.kind !== null)?.traits.kind ?? null;
}

/** The first address line, without the contact details printed after it. */
function addressOf(lines: readonly HeadLine[]): string | null {
  const line =
    lines.find(({ text }) => isAddressLine(text)) ??
    lines.find(({ text, traits }) => traits.hasStreet && /\p{N}/u.test(text) && traits.kind === null);
  return line?.text.replace(/\s*[–—·|•-]?\s*(?:t[ée]l|fax|phone|тел)\b.*$/iu, '') ?? null;
}
