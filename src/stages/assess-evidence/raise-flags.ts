import type { FlagRule } from '#definitions/condition.schema.ts';
import type { Flags } from '#definitions/flags.schema.ts';
import type { Bilingual, Flag } from '#domain/findings.ts';
import { languageName } from '#text/language-name.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { Facts } from './facts.ts';
import { factsAskedBy, fillMessage } from './fill-message.ts';

/** The flags whose rule certainly holds, in the order of the definitions, each once; and whether a human must look. */
export function raiseFlags(
  rules: readonly FlagRule[],
  flags: Flags,
  facts: Facts,
  titles: Bilingual,
): { flags: Flag[]; needsReview: boolean } {
  const raised = new Map<string, FlagRule>();
  let isUnclear = false;
  for (const rule of rules) {
    const truth = evaluateCondition(rule.when, facts);
    if (truth === true && !raised.has(rule.flag)) raised.set(rule.flag, rule);
    if (truth === undefined && rule.unclear === 'review') isUnclear = true;
  }
  const reviewRule = { flag: flags.reviewFlag, when: { all: [] }, unclear: 'ignore' } satisfies FlagRule;
  if (isUnclear && !raised.has(flags.reviewFlag)) raised.set(flags.reviewFlag, reviewRule);
  const advice = adviceOn(facts, flags);
  const ordered = Object.entries(flags.flags).flatMap(([code, flag]): Flag[] => {
    const rule = raised.get(code);
    if (rule === undefined) return [];
    const place = factsAskedBy(rule.when)
      .map((fact) => facts.places.get(fact))
      .find((one) => one !== undefined);
    const message = {
      fr: fillMessage(flag.message.fr, facts, {
        title: titles.fr,
        advice: advice.fr,
        nameOf: (code) => languageName(code, 'fr'),
      }),
      en: fillMessage(flag.message.en, facts, {
        title: titles.en,
        advice: advice.en,
        nameOf: (code) => languageName(code, 'en'),
      }),
    };
    return [{ code, severity: flag.severity, message, page: place?.page ?? null, box: place?.box ?? null }];
  });
  return { flags: ordered, needsReview: raised.has(flags.reviewFlag) };
}

/** What went wrong with the pictures of the pages, in words; the general sentence when nothing was measured. */
function adviceOn(facts: Facts, { advice }: Flags): Bilingual {
  const found = facts.values.get('quality.problems');
  const problems = (Array.isArray(found) ? found : []).flatMap((problem) => advice.problems[problem] ?? []);
  const said = problems.length === 0 ? [advice.unknown] : problems;
  return { fr: said.map(({ fr }) => fr).join(' ; '), en: said.map(({ en }) => en).join('; ') };
}
