import type { Lesson } from '#definitions/lesson.schema.ts';
import type { TypeLogits } from './decide-type.ts';
import { loadRows } from './load-rows.ts';
import type { TextFeatures } from './text-features.ts';

export type LoadedLesson = (text: TextFeatures) => TypeLogits;

/** Unpacks a lesson once; the function it gives says by how much the lesson moves each type. Wording that it does not know dilutes what it says. */
export function loadLesson(lesson: Lesson): LoadedLesson {
  const sumRows = loadRows(lesson);
  return (text) => {
    const { sums, all } = sumRows(text);
    const factor = all.length === 0 ? 0 : 1 / all.length;
    return new Map(lesson.types.map((type, at) => [type, (sums[at] ?? 0) * factor]));
  };
}
