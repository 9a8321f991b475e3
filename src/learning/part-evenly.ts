/** Values of every kind in every part, as evenly as their number allows, in the order they come in. */
export function partEvenly<Value>(
  values: readonly Value[],
  parts: number,
  kindOf: (value: Value) => string,
): Value[][] {
  const parted: Value[][] = Array.from({ length: parts }, () => []);
  const dealt = new Map<string, number>();
  for (const value of values) {
    const turn = dealt.get(kindOf(value)) ?? 0;
    dealt.set(kindOf(value), turn + 1);
    parted[turn % parts]?.push(value);
  }
  return parted;
}
