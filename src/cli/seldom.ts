/** The same trouble is said once a minute, however often it comes. */
const SAY_AGAIN_MS = 60_000;

/** Says a line unless it was said just now; `about` is what it is the same trouble as. */
export function seldom(say: (line: string) => void): (about: string, line: string) => void {
  const said = new Map<string, number>();
  return (about, line) => {
    const now = performance.now();
    if (now - (said.get(about) ?? Number.NEGATIVE_INFINITY) < SAY_AGAIN_MS) return;
    said.set(about, now);
    say(line);
  };
}
