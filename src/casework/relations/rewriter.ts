/** Rewrites a text by the rules, one after the other. */
export function rewriter(
  rules: readonly { readonly pattern: string; readonly to: string }[],
): (text: string) => string {
  const compiled = rules.map(({ pattern, to }) => ({ expression: new RegExp(pattern, 'gu'), to }));
  return (text) => compiled.reduce((so, { expression, to }) => so.replace(expression, to), text);
}
