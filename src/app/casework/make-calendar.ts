import { toCalendar } from '#casework/clocks/to-calendar.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { judgeKeptCase } from './judge-kept-case.ts';

/** The open deadlines of a kept case as a calendar (iCalendar), for any calendar program. Throws `case-unknown`, `DefinitionFailure`. */
export async function makeCalendar(
  keeping: Keeping,
  caseName: string,
  options: { readonly language: keyof Bilingual; readonly pipelineId: string; readonly asOf: string },
): Promise<string> {
  const { judgement } = await judgeKeptCase(keeping, caseName, options);
  const { clocks, asOf } = judgement;
  return toCalendar({ case: judgement.case, clocks, asOf, language: options.language });
}
