import type { Classification } from '#definitions/classification.schema.ts';
import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { titleLines } from '#text/title-lines.ts';
import type { SequenceWord } from '#text/word-sequence.ts';
import { type Cue, type CueHit, findCues } from './find-cues.ts';

/** What the wording says of one type. */
export interface CueScore {
  readonly logit: number;
  /** The hits that speak for it, the strongest first. */
  readonly hits: readonly WeighedHit[];
}

export interface WeighedHit {
  readonly hit: CueHit;
  readonly weight: number;
}

/** A long paper meets more words by chance; up to this many it is taken as it is. */
const USUAL_WORDS = 350;

export interface CueEvidence {
  readonly words: readonly SequenceWord[];
  readonly pages: readonly DocumentPage[];
  readonly cues: readonly LanguageCues[];
  /** Language codes of the paper. */
  readonly languages: readonly string[];
}

/** Log-odds per type id from titles, phrases and vocabulary, by what they are and where they stand. */
export function scoreByCues(evidence: CueEvidence, rules: Classification): ReadonlyMap<string, CueScore> {
  const titles = evidence.pages.flatMap((page, at) =>
    titleLines(page).map((line) => (at === 0 ? line : { ...line, standing: line.standing * 0.4 })),
  );
  const mentions = mentionLines(evidence.words, rules);
  const byType = new Map<string, WeighedHit[]>();
  for (const hit of evidence.cues.flatMap((cues) => findCues(evidence.words, cues))) {
    const words = evidence.words.slice(hit.from, hit.to);
    const [first] = words;
    if (first === undefined) continue;
    const title = titles[first.line];
    const own = evidence.languages.includes(hit.cue.language) ? 1 : rules.cues.foreign;
    const mention = mentions.has(first.line) ? rules.mentionFactor : 1;
    const strength = hit.likeness * hit.cue.rarity * own * mention;
    const weight = strength * kindWeight(hit.cue, words, title, rules);
    const list = byType.get(hit.cue.type);
    if (list === undefined) byType.set(hit.cue.type, [{ hit, weight }]);
    else list.push({ hit, weight });
  }
  const density = Math.min(1, Math.sqrt(USUAL_WORDS / Math.max(1, evidence.words.length)));
  return new Map([...byType].map(([type, hits]) => [type, typeScore(hits, density, rules)]));
}

/** A title counts by how it stands and how much of its line it fills; the same words in running text are a weak phrase. */
function kindWeight(
  cue: Cue,
  words: readonly SequenceWord[],
  title: { standing: number; letters: number } | undefined,
  rules: Classification,
): number {
  if (cue.kind !== 'title') return rules.cues[cue.kind];
  const letters = words.reduce((sum, word) => sum + word.folded.length, 0);
  const filled = title === undefined || title.letters === 0 ? 0 : Math.min(1, letters / title.letters);
  const standing = (title?.standing ?? 0) * filled;
  return Math.max(rules.cues.title * standing, rules.cues.word * Math.min(1.5, words.length / 2));
}

function typeScore(hits: readonly WeighedHit[], density: number, rules: Classification): CueScore {
  const sum = (kind: Cue['kind']): number => {
    const best = new Map<string, number>();
    for (const { hit, weight } of hits) {
      if (hit.cue.kind === kind) best.set(hit.cue.folded, Math.max(weight, best.get(hit.cue.folded) ?? 0));
    }
    return [...best.values()]
      .sort((a, b) => b - a)
      .reduce((total, weight, at) => total + weight * rules.cues.repeat ** at, 0);
  };
  const words = Math.min(rules.cues.wordLimit, sum('word')) * density;
  const phrases = Math.min(rules.cues.phraseLimit, sum('phrase'));
  const title = Math.min(rules.cues.title * 1.25, sum('title'));
  return {
    logit: title + phrases + words - sum('against'),
    hits: hits
      .filter(({ hit }) => hit.cue.kind !== 'against')
      .sort((a, b) => b.weight - a.weight || a.hit.from - b.hit.from),
  };
}

/** Lines that only name other papers: they begin like an entry of a list of attachments. */
function mentionLines(words: readonly SequenceWord[], rules: Classification): ReadonlySet<number> {
  const openings = new Set(rules.mentions);
  const lines = new Set<number>();
  words.forEach((word, at) => {
    const isFirst = words[at - 1]?.line !== word.line;
    if (isFirst && openings.has(word.folded)) lines.add(word.line);
  });
  return lines;
}
