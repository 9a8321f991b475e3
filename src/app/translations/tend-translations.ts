import { dueReminder } from '#casework/routing/due-reminder.ts';
import { asFailure } from '#domain/failure.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { today } from '../today.ts';
import { assignWaiting } from './assign-waiting.ts';
import { fileAccepted } from './file-translation.ts';
import { loadRouting } from './load-routing.ts';

const EVERY_MS = 10 * 60_000;

/** What nobody has to ask for: reminders on their day, each once however many servers there are, orders that somebody can do by now, and filing what a crash left unfiled. */
export async function tendTranslations(keeping: Keeping, pipelineId: string, asOf: string): Promise<number> {
  await fileAccepted(keeping);
  const routing = await loadRouting(pipelineId);
  if (routing === undefined) return 0;
  await assignWaiting(keeping, routing, asOf);
  let told = 0;
  for (const { id, dueOn, remindedOn, askedAt } of await keeping.translations.working()) {
    const day = dueReminder(dueOn, asOf, routing.remind);
    // Asked after that day: being asked was reminder enough.
    if (
      day === null ||
      (remindedOn !== null && remindedOn >= day) ||
      day <= (askedAt?.toISOString().slice(0, 10) ?? '')
    )
      continue;
    if (await keeping.translations.remind(id, day)) told += 1;
  }
  return told;
}

/** The same, now and every ten minutes, until it is stopped. A database that is away comes back. */
export function keepTending(keeping: Keeping, pipelineId: string): () => Promise<void> {
  let tending: Promise<unknown> = Promise.resolve();
  const tend = (): void => {
    tending = tendTranslations(keeping, pipelineId, today()).catch(asFailure);
  };
  const timer = setInterval(tend, EVERY_MS).unref();
  tend();
  return async () => {
    clearInterval(timer);
    await tending;
  };
}
