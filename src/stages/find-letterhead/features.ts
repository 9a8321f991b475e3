/** Names and values of what speaks for or against something; the weights of the pipeline go by these names. */
export type Features = ReadonlyMap<string, number>;

/** Adds a feature; zero and false are left out. */
export type Add = (name: string, value: number | boolean) => void;

/** Gathers what is added. */
export function collected(fill: (add: Add) => void): Features {
  const found = new Map<string, number>();
  fill((name, value) => {
    const amount = Number(value);
    if (amount !== 0) found.set(name, amount);
  });
  return found;
}
