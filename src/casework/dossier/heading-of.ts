import type { CasePaper } from '#domain/case-paper.ts';

const LONGEST = 60;
const FEWEST_LETTERS = 8;
/** A heading stands at the head. */
const LINES = 12;

/** What a paper of no known kind calls itself: its first line in capitals that is not its issuer ("Procuration générale"); undefined when it has none. */
export function headingOf({ record, text }: CasePaper): string | undefined {
  const issuer = (record.letterhead?.issuer ?? '').toUpperCase();
  const line = text
    .split('\n')
    .slice(0, LINES)
    .map((one) => one.trim())
    .find((one) => isHeading(one) && !issuer.includes(one) && (issuer === '' || !one.includes(issuer)));
  return line === undefined ? undefined : line.charAt(0) + line.slice(1).toLowerCase();
}

function isHeading(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  return (
    line.length <= LONGEST &&
    letters.length >= FEWEST_LETTERS &&
    line === line.toUpperCase() &&
    line !== line.toLowerCase()
  );
}
