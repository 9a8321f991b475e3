/** The address if it leads to a page of this very server: what stands in a link must not lead people elsewhere once they have signed in. */
export function ownAddress(address: unknown): string | undefined {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address) ? address : undefined;
}
