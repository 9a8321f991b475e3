import type { LabelHit } from './label-matcher.ts';
import type { PrintedDate } from './printed-date.ts';

const REACH = 3;
const YEAR = /^(?:19|20)\d\d$/;

/** Years that stand alone after a label ("revenus de l'année 2023", "né en 1990"): the only bare numbers taken for dates. */
export function labelledYears(labels: readonly LabelHit[], dates: readonly PrintedDate[]): PrintedDate[] {
  const years = new Map<number, PrintedDate>();
  for (const label of labels) {
    if (label.kind !== 'year' && !(label.kind === 'before' && label.role === 'birth')) continue;
    const found = yearAfter(label);
    if (found === undefined || years.has(found.fromItem)) continue;
    if (dates.some((date) => date.fromItem <= found.fromItem && found.fromItem < date.toItem)) continue;
    years.set(found.fromItem, found);
  }
  return [...years.values()];
}

function yearAfter(label: LabelHit): PrintedDate | undefined {
  const { line } = label;
  const end = label.to - line.firstItem;
  const at = line.items.findIndex((item, index) => index >= end && index < end + REACH && YEAR.test(item.folded));
  const item = line.items[at];
  // "loi n° 2016-483", "12/2016/45": part of a number.
  if (item === undefined || !/^[("]?(?:19|20)\d\d[.,;:)"]*$/.test(item.printed)) return undefined;
  const from = Math.max(0, line.text.indexOf(item.folded));
  return {
    reading: {
      from,
      to: from + 4,
      iso: item.folded,
      precision: 'year',
      calendar: 'gregory',
      confidence: 0.85,
      order: 'none',
      otherIso: null,
      isShortYear: false,
      range: null,
    },
    line,
    lineIndex: item.line,
    text: item.folded,
    rest: line.text.slice(from + 4),
    box: item.box,
    wordConfidence: 1,
    fromItem: line.firstItem + at,
    toItem: line.firstItem + at + 1,
  };
}
