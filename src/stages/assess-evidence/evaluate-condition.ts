import type { Condition, FactTest } from '#definitions/condition.schema.ts';
import type { Facts, Truth } from './facts.ts';
import { holdsAny } from './operators/holds-any.ts';
import { isEqual } from './operators/is-equal.ts';
import { isGreater } from './operators/is-greater.ts';
import { isLater } from './operators/is-later.ts';
import { isLess } from './operators/is-less.ts';
import { isOlder } from './operators/is-older.ts';
import { isPresent } from './operators/is-present.ts';

/** Kleene's three-valued logic: one certain false settles `all`, one certain true settles `any`, else unknown stays unknown. */
export function evaluateCondition(condition: Condition, facts: Facts): Truth {
  if ('all' in condition) return conjunction(condition.all.map((one) => evaluateCondition(one, facts)));
  if ('any' in condition)
    return negation(conjunction(condition.any.map((one) => negation(evaluateCondition(one, facts)))));
  if ('not' in condition) return negation(evaluateCondition(condition.not, facts));
  return testFact(condition, facts);
}

function conjunction(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function negation(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function testFact(test: FactTest, facts: Facts): Truth {
  const fact = facts.values.get(test.fact);
  switch (test.is) {
    case 'present':
      return isPresent(fact);
    case 'absent':
      return negation(isPresent(fact));
    case 'equal':
      return isEqual(fact, test.value);
    case 'one-of':
    case 'holds-any':
      return holdsAny(fact, test.value);
    case 'less-than':
      return isLess(fact, test.value);
    case 'greater-than':
      return isGreater(fact, test.value);
    case 'older-than':
      return isOlder(fact, test.value, facts.asOf);
    case 'later-than':
      return isLater(fact, test.value, facts.asOf);
  }
}
