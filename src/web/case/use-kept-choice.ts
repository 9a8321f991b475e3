import { useState } from 'react';

/** One of a few; this device remembers it. */
export function useKeptChoice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
): [Choice, (chosen: string) => void] {
  const find = (text: string | null): Choice => choices.find((one) => one === text) ?? otherwise;
  const [choice, setChoice] = useState(() => find(localStorage.getItem(name)));
  return [
    choice,
    (chosen) => {
      setChoice(find(chosen));
      localStorage.setItem(name, chosen);
    },
  ];
}
