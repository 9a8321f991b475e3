const DAY_MS = 86_400_000;

/** Days from today, where the reader is, to a day (ISO 8601); negative for a day that is over. */
export function daysUntil(iso: string, now = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - today) / DAY_MS);
}
