import type { Codes } from '#definitions/codes.schema.ts';
import type { FieldLabels } from '#definitions/field-extractor.schema.ts';
import type { DocumentArtifacts } from '#domain/artifacts.ts';
import type { Field } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { findMachineReadableZone, type MachineReadableZone } from '#text/mrz/find-zone.ts';
import { createLabelIndex, keyOfLabel, type LabelIndex } from './labels/label-index.ts';
import { type TextLine, textLines } from './text-line.ts';

/** The knowledge fields are read by, beside the extractors. */
export interface FieldKnowledge {
  readonly labels: readonly FieldLabels[];
  readonly codes: Codes;
  readonly titles: readonly string[];
}

/** All that extractors may look at. What is dear is made by the first that asks. */
export interface Sources {
  readonly pages: readonly DocumentPage[];
  readonly lines: readonly TextLine[];
  readonly dates: DocumentArtifacts['find-dates']['dates'];
  readonly letterhead: DocumentArtifacts['find-letterhead'];
  readonly asOf: string;
  readonly codes: Codes;
  /** Keys of courtesy titles. */
  readonly titles: ReadonlySet<string>;
  /** Fields that were found before, by name. */
  readonly found: Record<string, Field>;
  zone(): MachineReadableZone | undefined;
  index(): LabelIndex;
  /** The wording of a label, that of the paper's languages first, and whether it may be misread. */
  wording(label: string): { readonly own: readonly string[]; readonly others: readonly string[] };
}

export type FieldInputs = Pick<
  DocumentArtifacts,
  'document-pages' | 'detect-language' | 'find-dates' | 'find-letterhead' | 'run-facts'
>;

/** Languages in which papers of any country have a second line of labels. */
const SECOND_LANGUAGES = ['fr', 'en'];

/** What the extractors of one paper share. */
export function sourcesOf(inputs: FieldInputs, knowledge: FieldKnowledge): Sources {
  const { pages } = inputs['document-pages'];
  const lines = textLines(pages);
  const languages = new Set([...inputs['detect-language'].languages.map(({ code }) => code), ...SECOND_LANGUAGES]);
  return {
    pages,
    lines,
    dates: inputs['find-dates'].dates,
    letterhead: inputs['find-letterhead'],
    asOf: inputs['run-facts'].asOf,
    codes: knowledge.codes,
    titles: new Set(knowledge.titles.map(keyOfLabel)),
    found: {},
    zone: once(() => findMachineReadableZone(lines.map(({ text }) => text))),
    index: once(() => createLabelIndex(lines, allKeys(knowledge.labels))),
    wording: (label) => {
      const [own, others] = [true, false].map((isOwn) =>
        knowledge.labels
          .filter(({ language }) => languages.has(language) === isOwn)
          .flatMap(({ labels }) => labels[label] ?? []),
      );
      return { own: own ?? [], others: others ?? [] };
    },
  };
}

const known = new WeakMap<readonly FieldLabels[], ReadonlySet<string>>();

/** Keys of all labels of all languages; the same for every paper. */
function allKeys(labels: readonly FieldLabels[]): ReadonlySet<string> {
  const made = known.get(labels) ?? new Set(labels.flatMap((one) => Object.values(one.labels).flat()).map(keyOfLabel));
  known.set(labels, made);
  return made;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
