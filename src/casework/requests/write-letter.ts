import type { LetterRules } from '#definitions/casework/requests.schema.ts';
import type { Request } from '#domain/case-judgement.ts';
import type { DocumentRecord } from '#domain/document-record.ts';

/**
 * A letter in French, ready but for its merge fields `{{…}}`: it states what is asked for and which paper is meant as printed on it, and invents nothing.
 */
export function writeLetter(
  letter: LetterRules['letters'][number],
  { request, paper }: { readonly request: readonly string[]; readonly paper: string | null },
  { about }: Pick<LetterRules, 'about'>,
): NonNullable<Request['letter']> {
  const fill = (text: string): string =>
    text
      // Single braces are ours, double ones are the writer's.
      .replace(/(?<!\{)\{request\}(?!\})/g, request.map((line) => `– ${line}`).join('\n'))
      .replace(/ ?(?<!\{)\{about\}(?!\})/g, paper === null ? '' : ` ${about.replace('{paper}', paper)}`);
  const body = fill(letter.body);
  const subject = fill(letter.subject);
  const fields = [...`${subject}\n${body}`.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name = '']) => name.trim());
  return { to: letter.to, subject, body, fields: [...new Set(fields)] };
}

/** How a letter names a paper: its type, who issued it and when, as far as that is known. */
export function namePaper(record: DocumentRecord, type: string, { paper }: LetterRules): string {
  const issuer = record.letterhead?.issuer ?? null;
  const date = record.issueDate?.iso ?? null;
  return [
    paper.type.replace('{type}', type),
    ...(issuer === null ? [] : [paper.issuer.replace('{issuer}', issuer)]),
    ...(date === null ? [] : [paper.date.replace('{date}', frenchDate(date))]),
  ].join(' ');
}

/** 2026-03-04 → 04/03/2026; shorter dates likewise. */
function frenchDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}
