import koffi from 'koffi';

const EVERY_MS = 60_000;

/**
 * Gives back to the machine, once a minute until the returned function is called, what the process has freed. glibc keeps it for itself otherwise: pictures of
 * pages and PDFs leave holes, and a server that runs for days looks as if it leaked (384 of 1,065 MiB after 12 minutes of mixed work).
 * Other C libraries keep little, and have no such call: there it does nothing.
 */
export function giveMemoryBack(everyMs = EVERY_MS): () => void {
  const trim = findTrim();
  if (trim === undefined) return () => undefined;
  const timer = setInterval(() => trim.async(0, () => undefined), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** malloc_trim(3). */
function findTrim() {
  try {
    return koffi.load(null).func('int malloc_trim(size_t keep)');
  } catch {
    return undefined;
  }
}
