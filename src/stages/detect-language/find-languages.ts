import type { DocumentLanguage } from '#domain/findings.ts';
import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { lineText } from '#text/line-text.ts';
import { rankLanguages } from '#text/rank-languages.ts';

/** A stretch of print in one script, long enough to tell its language where the page allows. */
interface Stretch {
  readonly text: string;
  readonly letters: number;
  readonly script: string;
}

/** With this many letters the language of a stretch is told well; shorter blocks are read together with their neighbours. */
const STRETCH_LETTERS = 140;
/** A language of a smaller part of the paper than this is names, stamps or misreadings. */
const SMALLEST_SHARE = 0.07;
const SMALLEST_LETTERS = 30;
/** Fewer letters in a whole paper leave its language undetermined unless the script alone tells it. */
const UNSURE_LETTERS = 25;
/** Machine-readable lines are in no language. */
const MACHINE_LINE = /[<«]{2}.*[<«]{2}/;
/** How much the paper's other stretches and the reader's hint count when a stretch is unsure of itself. */
const PAPER_WEIGHT = 0.6;
const HINT_WEIGHT = 0.25;

/** The languages a paper is written in, by share of its letters, the main one first. `und` where the print does not tell. */
export function findLanguages(pages: readonly DocumentPage[]): DocumentLanguage[] {
  const stretches = pages.flatMap((page) => stretchesOf(page.lines));
  const letters = stretches.reduce((sum, stretch) => sum + stretch.letters, 0);
  if (letters === 0) return [];
  const ranked = stretches.map((stretch) => ({ stretch, candidates: rankLanguages(stretch.text).slice(0, 5) }));
  const paper = new Map<string, number>();
  const add = (code: string, weight: number): void => {
    paper.set(code, (paper.get(code) ?? 0) + weight);
  };
  for (const { stretch, candidates } of ranked)
    for (const one of candidates) add(one.code, (one.confidence * stretch.letters) / letters);
  for (const page of pages)
    for (const hint of page.languages) add(hint.code, (HINT_WEIGHT * hint.share * hint.confidence) / pages.length);

  const found = new Map<string, { code: string; script: string; letters: number; sure: number }>();
  for (const { stretch, candidates } of ranked) {
    const best = candidates
      .map((one) => ({
        ...one,
        weight:
          one.confidence * (1 - PAPER_WEIGHT) +
          PAPER_WEIGHT * (paper.get(one.code) ?? 0) * Math.min(1, 4 * one.confidence),
      }))
      .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1))[0];
    const code = best?.code ?? 'und';
    const key = `${code} ${stretch.script}`;
    const entry = found.get(key) ?? { code, script: stretch.script, letters: 0, sure: 0 };
    entry.letters += stretch.letters;
    entry.sure += stretch.letters * Math.min(1, Math.max(best?.confidence ?? 0, Math.min(1, paper.get(code) ?? 0)));
    found.set(key, entry);
  }
  return published([...found.values()], letters);
}

function published(
  found: { code: string; script: string; letters: number; sure: number }[],
  letters: number,
): DocumentLanguage[] {
  const sorted = found.sort((a, b) => b.letters - a.letters || (a.code < b.code ? -1 : 1));
  const kept = sorted.filter(
    (one, at) =>
      at === 0 || (one.code !== 'und' && one.letters >= SMALLEST_LETTERS && one.letters / letters >= SMALLEST_SHARE),
  );
  const sum = kept.reduce((total, one) => total + one.letters, 0);
  putOriginalFirst(kept);
  return kept.map((one) => {
    const confidence = one.sure / one.letters;
    const isUnsure = one.script === 'Latn' && letters < UNSURE_LETTERS && confidence < 0.9;
    return { code: isUnsure ? 'und' : one.code, script: one.script, share: one.letters / sum, confidence };
  });
}

/** A language in another script with this much of the letters of the Latin one above it is the paper's own. */
const NEARLY_AS_MUCH = 0.7;

/** A paper that says all in two scripts is of the country of the other one: Latin print beside it is there for foreigners. */
function putOriginalFirst(kept: { script: string; letters: number }[]): void {
  const [first, second] = kept;
  if (first?.script !== 'Latn' || second === undefined || second.script === 'Latn') return;
  if (second.letters >= NEARLY_AS_MUCH * first.letters) kept.splice(0, 2, second, first);
}

/** A line's letters of a script that are fewer than this are misreadings or a number's unit; they go with the rest of the line. */
const FEWEST_OF_SCRIPT = 4;

/**
 * The print of each script by itself, in order, in stretches of neighbouring blocks that are long enough. A line that says the same in two
 * scripts, a label and its translation, belongs to both.
 */
function stretchesOf(lines: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = [];
  const open = new Map<string, Stretch & { readonly block: number }>();
  for (const line of lines) {
    if (MACHINE_LINE.test(lineText(line))) continue;
    for (const part of partsByScript(line)) {
      const last = open.get(part.script);
      if (last !== undefined && last.letters >= STRETCH_LETTERS && last.block !== line.block) {
        stretches.push(last);
        open.delete(part.script);
      }
      const { text = '', letters = 0 } = open.get(part.script) ?? {};
      open.set(part.script, {
        text: `${text}\n${part.text}`,
        letters: letters + part.letters,
        script: part.script,
        block: line.block,
      });
    }
  }
  return [...stretches, ...open.values()];
}

/** A line's words by script; words without letters go nowhere. */
function partsByScript(line: Line): Stretch[] {
  const whole = mainScript(lineText(line));
  if (whole.letters === 0) return [];
  const parts = new Map<string, { words: string[]; letters: number }>();
  for (const { text } of line.words) {
    const { script, letters } = mainScript(text);
    if (letters === 0) continue;
    const part = parts.get(script) ?? { words: [], letters: 0 };
    part.words.push(text);
    part.letters += letters;
    parts.set(script, part);
  }
  const few = [...parts].filter(([script, { letters }]) => script !== whole.script && letters < FEWEST_OF_SCRIPT);
  for (const [script] of few) parts.delete(script);
  // What is hardly a second script stays where it stands in the line.
  if (parts.size <= 1) return [{ text: lineText(line), letters: whole.letters, script: whole.script }];
  return [...parts].map(([script, { words, letters }]) => ({ text: words.join(' '), letters, script }));
}

/** ISO 15924 codes of the scripts our papers come in. */
const SCRIPTS = ['Latn', 'Arab', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Hebr', 'Ethi', 'Deva', 'Beng', 'Guru', 'Taml', 'Telu', 'Sinh', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt', 'Hang', 'Hira', 'Kana', 'Hani'] as const; // biome-ignore format: a list
const LETTERS = SCRIPTS.map((script) => ({ script, pattern: new RegExp(`\\p{sc=${script}}`, 'gu') }));

/** How many Latin letters a letter of a script stands for: shares are of what is said, and some scripts say it in fewer letters. */
const LATIN_LETTERS: Readonly<Record<string, number>> = {
  Arab: 1.25,
  Hebr: 1.25,
  Ethi: 1.8,
  Hang: 2.5,
  Hira: 2,
  Kana: 2,
  Hani: 3,
};

/** Japanese writes in three scripts at once; they are one here. */
const JAPANESE: ReadonlySet<string> = new Set(['Hira', 'Kana']);

function mainScript(text: string): { script: string; letters: number } {
  let best = { script: 'Latn', letters: 0 };
  let all = 0;
  for (const { script, pattern } of LETTERS) {
    const letters = Math.round((text.match(pattern) ?? []).length * (LATIN_LETTERS[script] ?? 1));
    all += letters;
    if (letters > best.letters) best = { script, letters };
  }
  return { script: JAPANESE.has(best.script) ? 'Hani' : best.script, letters: all };
}
