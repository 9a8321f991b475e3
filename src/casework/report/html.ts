import { withoutTurningMarks } from '#domain/turning-marks.ts';

/** Text that is HTML already. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Content = Markup | string | number | null | undefined | readonly Content[];

/** HTML from a template: whatever is put in is text, escaped, unless it is `Markup`. So nothing that stands in a paper can become markup. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + rendered(contents[index])).join(''));
}

function rendered(content: Content): string {
  if (content === null || content === undefined) return '';
  if (content instanceof Markup) return content.toString();
  if (typeof content === 'object') return content.map(rendered).join('');
  return escaped(String(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return withoutTurningMarks(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
