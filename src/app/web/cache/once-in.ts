/** Gives what `read` gave last, read again when that was longer ago than `freshMs`, once however many ask. What failed is not kept. */
export function onceIn<Value>(
  freshMs: number,
  read: () => Promise<Value>,
  now: () => number = () => performance.now(),
): () => Promise<Value> {
  let latest: { readonly at: number; readonly value: Promise<Value> } | undefined;
  return () => {
    if (latest !== undefined && now() - latest.at <= freshMs) return latest.value;
    const one = { at: now(), value: read() };
    latest = one;
    one.value.catch(() => {
      if (latest === one) latest = undefined;
    });
    return one.value;
  };
}
