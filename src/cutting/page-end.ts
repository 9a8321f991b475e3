import type { DocumentPage } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';
import type { CuttingKnowledge } from './cutting-knowledge.ts';

/** How the text of a page ends. Strengths are 0..1. */
export interface PageEnd {
  /** Place and date, courtesy, "signature" near the end of the text. */
  readonly closing: boolean;
  /** A signature or stamp in the lower part. */
  readonly hasInk: boolean;
  /** Share of the page below the text and above the foot that was left free. */
  readonly room: number;
  /** The last line of running text breaks off. */
  readonly isOpen: boolean;
  /** The last line in the foot of the page, folded, digits taken out; empty when there is none. */
  readonly foot: string;
}

/** Below this stands the foot: page numbers, registration of the sender. */
const FOOT = 0.91;
/** Where text usually ends on a full page. */
const FULL = 0.85;
const INK_BELOW = 0.4;
/** Narrower lines are list items, cells or a signature's name. */
const RUNNING_TEXT = 0.45;

/** Measures the end of a page. */
export function summariseEnd(page: DocumentPage, texts: readonly string[], knowledge: CuttingKnowledge): PageEnd {
  const body = page.lines.filter((line) => line.box[1] < FOOT);
  const lowest = Math.max(0, ...body.map((line) => line.box[1] + line.box[3]));
  const tail = texts.slice(-Math.max(6, Math.ceil(texts.length * 0.25))).map(foldText);
  const last = body.filter((line) => line.box[2] > RUNNING_TEXT).at(-1);
  const foot = page.lines.findLast((line) => line.box[1] >= FOOT && /\p{L}{4}/u.test(lineText(line)));
  return {
    closing: tail.some((text) => knowledge.endings.some((ending) => text.includes(ending))),
    hasInk: page.marks.some((mark) => (mark.kind === 'signature' || mark.kind === 'stamp') && mark.box[1] > INK_BELOW),
    room: texts.length === 0 ? 0 : Math.max(0, FULL - lowest) / FULL,
    isOpen: last !== undefined && last.box[1] > 0.75 && !/[.!?:;»)”"。؟।։።]\s*$/u.test(lineText(last)),
    foot:
      foot === undefined
        ? ''
        : foldText(lineText(foot))
            .replace(/[\d\s/.\-:]+/g, ' ')
            .trim(),
  };
}
