import { withoutTurningMarks } from '#domain/turning-marks.ts';

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped, HTML is not, lists are joined. */
type Part = string | number | Html | readonly (string | number | Html)[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of HTML in which whatever is put in is escaped, and takes no control characters along. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, at) => `${text}${htmlOf(parts[at] ?? '')}`).join('') };
}

/** The address of a file that lies beside or below, by its name. */
export function hrefTo(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

function htmlOf(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map(htmlOf).join('');
}

function escaped(text: string): string {
  return withoutTurningMarks(text.replace(/\p{Cc}/gu, ' ')).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}
